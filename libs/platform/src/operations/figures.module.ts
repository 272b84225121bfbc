import { Global, Module } from '@nestjs/common';
import { ProcessFigures } from './process-figures.js';

/** What every process tells Prometheus about itself. */
@Global()
@Module({ providers: [ProcessFigures], exports: [ProcessFigures] })
export class FiguresModule {}
