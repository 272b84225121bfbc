import { connect, createServer, type Server, type Socket } from 'node:net';

/** Spreads connections over servers in turn, and over those alone that take them. What is under way on a line ends with its server. */
export class Proxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private turn = 0;
  private used: number;

  constructor(private readonly ports: readonly number[]) {
    this.used = ports.length;
    this.server = createServer((client) => this.pass(client, this.used));
  }

  /** Ends every line, and gives new ones to the first servers only. */
  async use(howMany: number): Promise<void> {
    this.used = Math.min(howMany, this.ports.length);
    for (const socket of this.sockets) {
      socket.destroy();
    }
    // A client that keeps lines open has to notice before it asks again.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const socket of this.sockets) {
      socket.destroy();
    }
    await closed;
  }

  private pass(client: Socket, triesLeft: number): void {
    const port = this.ports[this.turn % this.used];
    this.turn += 1;
    if (port === undefined || triesLeft === 0) {
      client.destroy();
      return;
    }
    const server = connect({ port, host: '127.0.0.1', noDelay: true });
    this.keep(client);
    const refused = (): void => this.pass(client, triesLeft - 1);
    server.once('error', refused);
    server.once('connect', () => {
      server.off('error', refused);
      this.keep(server);
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      client.setNoDelay(true);
      client.pipe(server).pipe(client);
    });
  }

  private keep(socket: Socket): void {
    if (!this.sockets.has(socket)) {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      // One that breaks before it is joined to a server has nobody to tell.
      socket.on('error', () => undefined);
    }
  }
}
