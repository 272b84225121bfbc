import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** How a mail server fails: nobody listens, it asks to come again at either step, or its line breaks before it has said yes. */
export const mailTroubles = ['closed', 'later at the address', 'later at the text', 'line broken'] as const;
export type MailTrouble = (typeof mailTroubles)[number];

export interface ReceivedMail {
  messageId: string;
  to: string;
}

/** A real mail server on 127.0.0.1 that can be given trouble. What it takes it also files, for who waits for an invitation. */
export class MailServer {
  /** Mails in the order in which they were taken. */
  readonly received: ReceivedMail[] = [];
  /** How often a mail was tried in vain since the trouble began, but for closed doors. */
  refusals = 0;
  private trouble: MailTrouble | null = null;
  private server: SMTPServer | null = null;
  private port = 0;

  constructor(private readonly folder: string) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.listen();
  }

  async give(trouble: MailTrouble | null): Promise<void> {
    this.trouble = trouble;
    if (trouble === 'closed') {
      await this.close();
    } else if (!this.server) {
      await this.listen();
    }
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  }

  private async listen(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 500,
      onRcptTo: (_address, _session, done) => {
        done(this.trouble === 'later at the address' ? this.later() : null);
      },
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map((one) => one.address).join();
        void this.take(stream, to, done);
      },
    });
    // A connection that the other side gives up is its own affair.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  private later(): Error {
    this.refusals += 1;
    return Object.assign(new Error('Try again later'), { responseCode: 451 });
  }

  private async take(
    stream: SMTPServerDataStream,
    to: string,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) {
        chunks.push(chunk as Buffer);
      }
    } catch (error) {
      // The line broke, here or at the other end.
      done(error as Error);
      return;
    }
    if (this.trouble !== null) {
      if (this.trouble === 'line broken') {
        for (const connection of this.server?.connections ?? []) {
          (connection as unknown as { _socket?: { destroy: () => void } })._socket?.destroy();
        }
      }
      done(this.later());
      return;
    }
    const content = Buffer.concat(chunks);
    const messageId = /^Message-ID: <([^@>]+)@/im.exec(content.toString('utf8'))?.[1] ?? 'none';
    const file = path.join(this.folder, `${messageId}.eml`);
    await writeFile(`${file}.part`, content);
    await rename(`${file}.part`, file);
    this.received.push({ messageId, to: to.toLowerCase() });
    done();
  }
}
