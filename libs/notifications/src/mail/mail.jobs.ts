import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Secrets } from '#identity';
import { type Actor, Database, type Delivery, Handlers, Settings, systemActor, type Tx } from '#platform';
import { invitationLink, passwordResetLink } from '../message/message.templates.js';
import type { SecretLink } from '../notifications.messages.js';
import { Mailer, MailRefused } from './mailer.js';
import { lockSending } from './order-of-mail.js';

interface UnsentMessage {
  id: string;
  email: string;
  name: string | null;
  subject: string;
  body: string;
  createdAt: Date;
  link: SecretLink;
}

const handlerName = 'send-mail';
/** Tried for four days, as RFC 5321 (4.5.4.1) asks of whoever sends mail: 10 times in 17 minutes, then every ten. */
const attempts = 600;

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
      name: handlerName,
      queue: 'messages',
      attempts,
      handle: (delivery) => this.send(delivery),
    });
  }

  /**
   * Sends a message after those that were written to the same address before it and are still to be sent: when a mail server is back,
   * whichever is tried first takes the earlier ones along. What is sent already is not sent again; between sending and noting it,
   * a repetition has the same Message-ID.
   */
  async send({ messageId: deliveryId, payload }: Delivery): Promise<void> {
    const actor = systemActor(`job-${deliveryId}`);
    const own = String(payload.messageId);
    const link = secretLinkOf(payload);
    const refused: string[] = [];
    for (;;) {
      const tried = await this.sendOldest(actor, { id: own, link }, refused);
      if (tried === null || tried === own) {
        return;
      }
    }
  }

  /** @returns the message that was sent or, other than `own`, refused for good; null when there is none left */
  private async sendOldest(
    actor: Actor,
    own: { id: string; link: SecretLink },
    refused: string[],
  ): Promise<string | null> {
    return this.database.inTransaction(actor, async (tx) => {
      const message = await oldestUnsent(tx, own.id, refused);
      if (!message) {
        return null;
      }
      try {
        await this.mailer.send({
          id: message.id,
          to: { name: message.name ?? '', address: message.email },
          subject: message.subject,
          text: this.withSecretLink(message.body, message.id === own.id ? own.link : message.link),
          writtenAt: message.createdAt,
        });
      } catch (error) {
        // Its own job gives it up; it does not hold up those that come after it.
        if (error instanceof MailRefused && message.id !== own.id) {
          refused.push(message.id);
          return message.id;
        }
        throw error;
      }
      await tx.execute('update message set sent_at = weftway_now() where id = $1', [message.id]);
      return message.id;
    });
  }

  /** Such a link is a secret; the database keeps its hash alone, and this message without it. */
  private withSecretLink(body: string, { invitationId, passwordResetId }: SecretLink): string {
    if (typeof invitationId === 'string') {
      const token = this.secrets.invitationToken(invitationId);
      return body.replaceAll(invitationLink, `${this.settings.publicUrl}/invitation/${token}`);
    }
    if (typeof passwordResetId === 'string') {
      const token = this.secrets.passwordResetToken(passwordResetId);
      return body.replaceAll(passwordResetLink, `${this.settings.publicUrl}/password-reset/${token}`);
    }
    return body;
  }
}

function secretLinkOf({ invitationId, passwordResetId }: Delivery['payload']): SecretLink {
  return {
    ...(typeof invitationId === 'string' && { invitationId }),
    ...(typeof passwordResetId === 'string' && { passwordResetId }),
  };
}

/**
 * The oldest message to the address of this one that is not sent, up to this one itself, with the address locked. Those that were given up
 * are left out: an administrator decides about them.
 */
async function oldestUnsent(
  tx: Tx,
  ownId: string,
  refused: readonly string[],
): Promise<UnsentMessage | null> {
  const own = await tx.maybeOne<{ email: string }>(
    'select email from message where id = $1 and sent_at is null',
    [ownId],
  );
  if (!own) {
    return null;
  }
  await lockSending(tx, own.email);
  return tx.maybeOne<UnsentMessage>(
    `select m.id, m.email, p.name, m.subject, m.body, m.created_at as "createdAt", coalesce(o.payload, '{}') as link
       from message m
       join message own on own.id = $2
       left join person p on p.id = m.person_id
       left join outbox_message o on o.id = m.id
       left join outbox_delivery d on d.message_id = o.id and d.handler = $4
      where m.email = $1 and m.sent_at is null and m.id <> all($3::uuid[])
        and (m.created_at, m.id) <= (own.created_at, own.id)
        and (m.id = own.id or (o.id is not null and d.done_at is null and d.failed_at is null))
      order by m.created_at, m.id limit 1`,
    [own.email, ownId, refused, handlerName],
  );
}
