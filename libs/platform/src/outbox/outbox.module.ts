import { Global, Module } from '@nestjs/common';
import { FiguresModule } from '../operations/figures.module.js';
import { Queues } from '../queue/queues.js';
import { Deliveries } from './deliveries.js';
import { Handlers } from './handlers.js';
import { Relay } from './relay.js';

/** Queues for whoever asks after them; relay and deliveries are started by the worker alone. */
@Global()
@Module({
  imports: [FiguresModule],
  providers: [Queues, Handlers, Relay, Deliveries],
  exports: [Queues, Handlers, Relay, Deliveries],
})
export class OutboxModule {}
