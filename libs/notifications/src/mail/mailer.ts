import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Settings } from '#platform';

export interface Mail {
  /** The message's: a repetition has the same Message-ID and, as a file, the same name. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  writtenAt: Date;
}

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
      await this.server.sendMail(message);
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
