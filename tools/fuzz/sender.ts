import { Agent, request } from 'node:http';
import type { Call } from './calls.js';

export interface Reply {
  status: number;
  type: string;
  body: Buffer;
  /** The first cookie that was set, as it is sent back. */
  cookie: string | null;
}

/** Sends requests as they are, over connections that are kept open; nothing is corrected or followed. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(readonly url: string) {}

  /** @throws Error when the connection ends without an answer */
  send(call: Call): Promise<Reply> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          hostname,
          port,
          agent: this.agent,
          method: call.method,
          path: call.path,
          headers: { ...call.headers, ...(call.body && { 'content-length': call.body.length }) },
          timeout: 30_000,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer
            .on('data', (part: Buffer) => parts.push(part))
            .on('error', reject)
            .on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                type: answer.headers['content-type'] ?? '',
                body: Buffer.concat(parts),
                cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
              }),
            );
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer within 30 s')));
      sent.on('error', reject);
      sent.end(call.body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
