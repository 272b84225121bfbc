import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { PermanentFailure, Settings } from '#platform';

export interface Mail {
  /** The message's: a repetition has the same Message-ID and, as a file, the same name. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  writtenAt: Date;
}

/** The server will not take this mail or this address, now or later. */
export class MailRefused extends PermanentFailure {}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends mail by the server of SMTP_URL; without one it writes each mail as a file into DATA_DIR/mail. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly host: string;
  private readonly folder: string;
  private readonly server;
  private readonly paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly settings: Settings) {
    this.host = new URL(settings.publicUrl).hostname;
    this.folder = path.join(settings.dataDir, 'mail');
    this.server =
      settings.smtpUrl === null ? null : createTransport({ url: settings.smtpUrl, pool: true, ...patience });
  }

  /** @throws MailRefused where the server says so for good; anything else may go better the next time */
  async send(mail: Mail): Promise<void> {
    const message: SendMailOptions = {
      from: this.settings.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      date: mail.writtenAt,
      messageId: `<${mail.id}@${this.host}>`,
      // Nobody's absence note answers to a portal.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    if (this.server) {
      await this.server.sendMail(message).catch((error: unknown) => {
        throw isForGood(error) ? new MailRefused((error as Error).message, { cause: error }) : error;
      });
      return;
    }
    const { message: content } = await this.paper.sendMail(message);
    await this.file(mail, content as Buffer);
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  /** Whole or not at all: whoever looks into the folder reads no half mail. */
  private async file(mail: Mail, content: Buffer): Promise<void> {
    const name = `${mail.writtenAt.toISOString().replace(/[:.]/g, '-')}-${mail.id}.eml`;
    const beside = path.join(this.folder, `.${name}.${randomUUID()}`);
    await mkdir(this.folder, { recursive: true });
    try {
      await writeFile(beside, content, { mode: 0o640 });
      await rename(beside, path.join(this.folder, name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }
}

/** Of a refusal by 5xx (RFC 5321, 4.2.1) only what is about this mail: wrong credentials or a wrong sender are mended by settings. */
function isForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
