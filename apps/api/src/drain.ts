import type { FastifyInstance } from 'fastify';

/** How long connections that are in use are told to close before the door is shut. */
const drainMs = 1_000;

/**
 * The last second of an api that was asked to end: it still answers, and every answer asks for its connection to be closed. An idle
 * connection that is closed at once may have a request on its way, which would be cut.
 */
export class Drain {
  private begun = false;

  /** Requests that were taken and not answered yet. */
  private underWay = 0;

  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (_request, _reply, done) => {
      this.underWay += 1;
      done();
    });
    server.addHook('onResponse', (_request, _reply, done) => {
      this.underWay -= 1;
      done();
    });
  }

  get requestsUnderWay(): number {
    return this.underWay;
  }

  get isBegun(): boolean {
    return this.begun;
  }

  async run(): Promise<void> {
    this.begun = true;
    await new Promise((resolve) => setTimeout(resolve, drainMs));
  }
}
