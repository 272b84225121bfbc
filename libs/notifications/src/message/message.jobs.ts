import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Certificates } from '#compliance';
import { Database, type Delivery, Handlers, Settings, systemActor, type Tx } from '#platform';
import { lockWriting } from '../mail/order-of-mail.js';
import { notificationsMessages, type SecretLink } from '../notifications.messages.js';
import { certificateNotices } from './certificate.notices.js';
import {
  memberInvited,
  organisationRefused,
  passwordResetAsked,
  securityChanged,
} from './identity.notices.js';
import { letterFor, type MessageKind, momentsIn } from './message.templates.js';
import type { NoticeOf, NoticesOf, Occasion } from './notice.js';
import {
  orderAccepted,
  orderCancelled,
  orderDocumentsReady,
  orderIssued,
  orderRejected,
} from './order.notices.js';
import { awardApprovalAsked, quoteDeclined, quoteSubmitted } from './quote.notices.js';
import { requestApprovalAsked, requestCancelled, requestClosed, requestInvited } from './request.notices.js';

interface MessageRow {
  id: string;
  kind: MessageKind;
  organisation_id: string | null;
  person_id: string | null;
  email: string;
  subject: string;
  body: string;
}

/** Writes messages to people from what the other contexts promised to tell them. */
@Injectable()
export class MessageJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly settings: Settings,
    private readonly certificates: Certificates,
  ) {}

  onModuleInit(): void {
    const certificate = certificateNotices(this.certificates);
    const noticesOf: Record<string, NoticesOf> = {
      'member.invited': memberInvited,
      'organisation.refused': organisationRefused,
      'password.reset_asked': passwordResetAsked,
      'security.changed': securityChanged,
      'request.invited': requestInvited,
      'request.approval_asked': requestApprovalAsked,
      'request.closed': requestClosed,
      'request.cancelled': requestCancelled,
      'quote.submitted': quoteSubmitted,
      'quote.declined': quoteDeclined,
      'award.approval_asked': awardApprovalAsked,
      'order.issued': orderIssued,
      'order.documents_ready': orderDocumentsReady,
      'order.accepted': orderAccepted,
      'order.rejected': orderRejected,
      'order.cancelled': orderCancelled,
      'certificate.submitted': certificate.submitted,
      'certificate.decided': certificate.decided,
      'certificate.suspended': certificate.suspended,
    };
    for (const [type, notices] of Object.entries(noticesOf)) {
      this.handlers.on({
        type,
        name: `write-message.${type}`,
        queue: 'messages',
        handle: (delivery) => this.write(delivery, notices),
      });
    }
  }

  /** Writes each message once for each address, and promises to send it. A second time writes none. */
  async write(delivery: Delivery, noticesOf: NoticesOf): Promise<void> {
    await this.database.inTransaction(systemActor(`job-${delivery.messageId}`), async (tx) => {
      const notices = await noticesOf(tx, this.occasion(delivery));
      const messages = notices.flatMap((notice) => messagesOf(notice));
      await lockWriting(
        tx,
        messages.map((message) => message.email),
      );
      const written = await insertMessages(tx, delivery.messageId, messages);
      for (const { id, kind } of written) {
        tx.announce(notificationsMessages.messageSend(id, linkOf(kind, delivery)));
      }
    });
  }

  private occasion({ payload }: Delivery): Occasion {
    return {
      id: (name) => String(payload[name]),
      link: (path) => `${this.settings.publicUrl}/${path}`,
    };
  }
}

function linkOf(kind: MessageKind, { payload }: Delivery): SecretLink {
  switch (kind) {
    case 'member.invited':
      return { invitationId: String(payload.invitationId) };
    case 'password.reset_asked':
      return { passwordResetId: String(payload.passwordResetId) };
    default:
      return {};
  }
}

function messagesOf<Kind extends MessageKind>({ kind, facts, to }: NoticeOf<Kind>): MessageRow[] {
  return to.map((recipient) => {
    const reader = { name: recipient.name, moment: momentsIn(recipient.timeZone) };
    const { subject, text } = letterFor(kind, facts, reader, recipient.language);
    return {
      id: uuidv7(),
      kind,
      organisation_id: recipient.organisationId,
      person_id: recipient.personId,
      email: recipient.email,
      subject,
      body: text,
    };
  });
}

async function insertMessages(
  tx: Tx,
  sourceId: string,
  messages: readonly MessageRow[],
): Promise<{ id: string; kind: MessageKind }[]> {
  return tx.query(
    `insert into message (id, source_id, kind, organisation_id, person_id, email, subject, body)
     select m.id, $1, m.kind, m.organisation_id, m.person_id, m.email, m.subject, m.body
       from jsonb_populate_recordset(null::message, $2) m
     on conflict (source_id, kind, email) do nothing
     returning id, kind`,
    [sourceId, JSON.stringify(messages)],
  );
}
