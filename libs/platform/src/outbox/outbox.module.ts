import { Global, Module } from '@nestjs/common';
import { FiguresModule } from '../operations/figures.module.js';
import { LiveRelay } from '../live/live-relay.js';
import { Queues } from '../queue/queues.js';
import { Deliveries } from './deliveries.js';
import { Handlers } from './handlers.js';
import { Relay } from './relay.js';

/** Queues for whoever asks after them; relay and deliveries are started by the worker alone. */
@Global()
@Module({
  imports: [FiguresModule],
  providers: [Queues, Handlers, Relay, Deliveries, LiveRelay],
  exports: [Queues, Handlers, Relay, Deliveries, LiveRelay],
})
export class OutboxModule {}
