import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What happens on a line: bytes are passed on until it is cut, at a pace. */
export interface Weather {
  /** Cuts the line once so many bytes of the request have been passed on. */
  cutRequestAfter?: number;
  /** Cuts the line at the first byte of the answer: what was asked is done, and nobody is told. */
  cutAnswer?: boolean;
  /** Passes the request on in pieces of so many bytes, one every 5 milliseconds. */
  pieces?: number;
}

/** Bad lines to a server on 127.0.0.1. */
export class BadLines {
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();

  constructor(private readonly url: string) {}

  /** Opens a line of its own: a client that keeps connections open uses none of another weather. */
  async line(weather: Weather): Promise<string> {
    const server = createServer((client) => this.join(client, weather));
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) {
      socket.destroy();
    }
    await Promise.all(
      this.servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    );
  }

  private join(client: Socket, weather: Weather): void {
    const upstream = connect(Number(new URL(this.url).port), '127.0.0.1');
    const cut = (): void => {
      // With a reset, as a phone that loses its network does it in the end.
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      // A broken line is what this is for; either end sees it at its own socket.
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    }
    let passed = 0;
    client.on('data', (chunk: Buffer) => {
      const left = (weather.cutRequestAfter ?? Infinity) - passed;
      passed += chunk.length;
      client.pause();
      void passOn(upstream, chunk.subarray(0, left), weather.pieces ?? Infinity).then(() => {
        if (passed >= (weather.cutRequestAfter ?? Infinity)) {
          cut();
        } else {
          client.resume();
        }
      });
    });
    upstream.on('data', (chunk: Buffer) => {
      if (weather.cutAnswer) {
        cut();
      } else {
        client.write(chunk);
      }
    });
    client.on('end', () => upstream.end());
    upstream.on('end', () => client.end());
  }
}

async function passOn(upstream: Socket, chunk: Buffer, pieces: number): Promise<void> {
  if (pieces === Infinity) {
    upstream.write(chunk);
    return;
  }
  for (let at = 0; at < chunk.length; at += pieces) {
    upstream.write(chunk.subarray(at, at + pieces));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
