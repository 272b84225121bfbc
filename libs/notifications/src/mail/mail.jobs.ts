import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Secrets } from '#identity';
import { Database, type Delivery, Handlers, Settings, systemActor } from '#platform';
import { invitationLink } from '../message/message.templates.js';
import { Mailer } from './mailer.js';

interface UnsentMessage {
  email: string;
  name: string | null;
  subject: string;
  body: string;
  createdAt: Date;
}

/** Sends what was written. */
@Injectable()
export class MailJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly settings: Settings,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.handlers.on({
      type: 'message.send',
      name: 'send-mail',
      queue: 'messages',
      handle: (delivery) => this.send(delivery),
    });
  }

  /** What is sent already is not sent again; between sending and noting it, a repetition has the same Message-ID. */
  async send({ messageId: deliveryId, payload }: Delivery): Promise<void> {
    const actor = systemActor(`job-${deliveryId}`);
    const id = String(payload.messageId);
    const message = await this.database.read(actor, (tx) =>
      tx.maybeOne<UnsentMessage>(
        `select m.email, p.name, m.subject, m.body, m.created_at as "createdAt"
           from message m left join person p on p.id = m.person_id where m.id = $1 and m.sent_at is null`,
        [id],
      ),
    );
    if (!message) {
      return;
    }
    await this.mailer.send({
      id,
      to: { name: message.name ?? '', address: message.email },
      subject: message.subject,
      text: this.withInvitation(message.body, payload.invitationId),
      writtenAt: message.createdAt,
    });
    await this.database.inTransaction(actor, (tx) =>
      tx.execute('update message set sent_at = weftway_now() where id = $1 and sent_at is null', [id]),
    );
  }

  /** The link of an invitation is a secret; the database keeps its hash alone, and this message without it. */
  private withInvitation(body: string, invitationId: string | number | null | undefined): string {
    if (typeof invitationId !== 'string') {
      return body;
    }
    return body.replaceAll(
      invitationLink,
      `${this.settings.publicUrl}/invitation/${this.secrets.invitationToken(invitationId)}`,
    );
  }
}
