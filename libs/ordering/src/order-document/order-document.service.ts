import { createHash } from 'node:crypto';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { Database, download, FileStorage, type OrganisationActor, type PersonActor } from '#platform';
import { orderingErrors } from '../ordering.errors.js';
import { orderingMessages } from '../ordering.messages.js';
import type { DocumentKind } from '../purchase-order/purchase-order.dto.js';
import { lockOrder, type Side } from '../purchase-order/purchase-order.queries.js';
import { findDocument } from './order-document.queries.js';

const form: Record<DocumentKind, { suffix: string; mediaType: string }> = {
  pdf: { suffix: 'pdf', mediaType: 'application/pdf' },
  ubl: { suffix: 'xml', mediaType: 'application/xml' },
};

/** The papers of an order, for its parties. */
@Injectable()
export class OrderDocumentService {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
  ) {}

  /**
   * The newest paper of a kind.
   * @throws DomainError `document_pending`, `document_failed`, or `document_unavailable` where the file is not what was made
   */
  async open(
    actor: OrganisationActor,
    side: Side,
    orderId: string,
    kind: DocumentKind,
  ): Promise<StreamableFile> {
    const found = await this.database.read(actor, (tx) => findDocument(tx, actor, side, orderId, kind));
    if (found.state === 'failed') {
      throw orderingErrors.document_failed();
    }
    if (found.state === 'pending' || found.storageKey === null) {
      throw orderingErrors.document_pending({ extra: { retryAfterSeconds: 2 } });
    }
    const content = await this.storage.get(found.storageKey).catch(() => null);
    // A paper that claims to prove itself is never handed out altered.
    if (!content || createHash('sha256').update(content).digest('hex') !== found.sha256) {
      throw orderingErrors.document_unavailable();
    }
    const { suffix, mediaType } = form[kind];
    const revision = found.revision === 1 ? '' : `-r${found.revision}`;
    return download(content, {
      name: `${found.reference}${revision}.${suffix}`,
      mediaType,
      size: content.length,
    });
  }

  /** Promises another try at documents that failed. They stay failed until they are made. */
  async retry(actor: PersonActor, orderId: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const order = await lockOrder(tx, actor, 'buyer', orderId);
      const failed = await tx.query<{ kind: string }>(
        `select d.kind from order_document d join purchase_order o on o.id = d.order_id and o.revision = d.revision
          where d.order_id = $1 and d.state = 'failed' order by d.kind`,
        [orderId],
      );
      if (failed.length === 0) {
        throw orderingErrors.documents_not_failed();
      }
      tx.record({
        action: 'order.documents_asked',
        subjectType: 'purchase_order',
        subjectId: orderId,
        detail: { reference: order.reference, kinds: failed.map((document) => document.kind) },
      });
      tx.announce(orderingMessages.documentsAsked(orderId));
    });
  }
}
