import { Global, Module } from '@nestjs/common';
import { Queues } from '../queue/queues.js';
import { Deliveries } from './deliveries.js';
import { Handlers } from './handlers.js';
import { Relay } from './relay.js';

/** Queues for whoever asks after them; relay and deliveries are started by the worker alone. */
@Global()
@Module({
  providers: [Queues, Handlers, Relay, Deliveries],
  exports: [Queues, Handlers, Relay, Deliveries],
})
export class OutboxModule {}
