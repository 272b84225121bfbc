import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Actor,
  Database,
  type Delivery,
  FileStorage,
  Handlers,
  Settings,
  systemActor,
  traced,
} from '#platform';
import { orderingMessages } from '../ordering.messages.js';
import type { DocumentKind } from '../purchase-order/purchase-order.dto.js';
import { loadPaper, lockDocuments } from './order-document.queries.js';
import { OrderPress } from './press/order-press.js';

/** The documents of one revision of an order, made and not yet stored. */
export interface MadeDocuments {
  orderId: string;
  buyerId: string;
  revision: number;
  files: { kind: DocumentKind; storageKey: string; content: Buffer }[];
}

/** Makes the documents of issued orders. */
@Injectable()
export class OrderDocumentJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly storage: FileStorage,
    private readonly press: OrderPress,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const handle = (delivery: Delivery): Promise<void> => this.makeDocuments(delivery);
    this.handlers.on({ type: 'order.issued', name: 'make-order-documents', queue: 'documents', handle });
    this.handlers.on({
      type: 'order.documents_asked',
      name: 'make-order-documents-again',
      queue: 'documents',
      handle,
    });
  }

  /** A second time finds them ready and does nothing. What fails is noted, and the queue tries again. */
  async makeDocuments(delivery: Delivery): Promise<void> {
    const actor = systemActor(`job-${delivery.messageId}`);
    const orderId = String(delivery.payload.orderId);
    if (await this.areReady(actor, orderId)) {
      return;
    }
    if (this.settings.plantedBug === 'document-job-repeats') {
      // For the test of the tests: said before it is true, and said again by whoever begins anew.
      await this.database.inTransaction(actor, async (tx) =>
        tx.announce(orderingMessages.documentsReady(orderId)),
      );
    }
    try {
      await this.keep(actor, await this.render(actor, orderId));
    } catch (error) {
      await this.noteFailure(actor, orderId, error);
      throw error;
    }
  }

  /** The bytes depend on the order alone. */
  async render(actor: Actor, orderId: string): Promise<MadeDocuments> {
    const paper = await this.database.read(actor, (tx) => loadPaper(tx, orderId, this.settings.publicUrl));
    const { pdf, ubl } = await traced('render order PDF', { 'weftway.lines': paper.lines.length }, () =>
      this.press.print(paper),
    );
    const folder = `orders/${orderId}/r${paper.revision}/${paper.reference}`;
    return {
      orderId,
      buyerId: paper.buyer.id,
      revision: paper.revision,
      files: [
        {
          kind: 'pdf',
          storageKey: `${folder}.pdf`,
          content: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength),
        },
        { kind: 'ubl', storageKey: `${folder}.xml`, content: Buffer.from(ubl, 'utf8') },
      ],
    };
  }

  /**
   * Stores what is not ready yet and says so. The rows stay locked from before the files are written until they are
   * ready, so that a file under a recorded hash is never written over, not even by a worker of another version.
   */
  private async keep(actor: Actor, made: MadeDocuments): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const rows = await lockDocuments(tx, made.orderId, made.revision);
      const unready = new Map(
        rows.filter((row) => row.state !== 'ready').map((row) => [row.kind, row.state]),
      );
      for (const { kind, storageKey, content } of made.files) {
        const from = unready.get(kind);
        if (from === undefined) {
          continue;
        }
        const { sha256, size } = await traced(`store ${kind}`, { 'weftway.bytes': content.length }, () =>
          this.storage.put(storageKey, content),
        );
        await tx.execute(
          `update order_document
              set state = 'ready', storage_key = $4, sha256 = $5, size = $6, error = null, made_at = weftway_now()
            where order_id = $1 and revision = $2 and kind = $3`,
          [made.orderId, made.revision, kind, storageKey, sha256, size],
        );
        tx.record({
          action: 'order_document.ready',
          subjectType: 'order_document',
          subjectId: made.orderId,
          organisationId: made.buyerId,
          from,
          to: 'ready',
          detail: { kind, revision: made.revision, sha256 },
        });
      }
      if (unready.size > 0 && this.settings.plantedBug !== 'document-job-repeats') {
        tx.announce(orderingMessages.documentsReady(made.orderId));
      }
    });
  }

  private async areReady(actor: Actor, orderId: string): Promise<boolean> {
    return this.database.read(actor, async (tx) => {
      const { unready } = await tx.one<{ unready: boolean }>(
        `select exists (select from order_document d where d.order_id = o.id and d.revision = o.revision and d.state <> 'ready') as unready
           from purchase_order o where o.id = $1`,
        [orderId],
      );
      return !unready;
    });
  }

  private async noteFailure(actor: Actor, orderId: string, error: unknown): Promise<void> {
    const words = error instanceof Error ? error.message : String(error);
    await this.database.inTransaction(actor, async (tx) => {
      const failed = await tx.query<{ kind: string; revision: number; buyerId: string; former: string }>(
        `update order_document d set state = 'failed', attempts = d.attempts + 1, error = left($2, 500)
           from (select d.order_id, d.revision, d.kind, d.state
                   from order_document d join purchase_order o on o.id = d.order_id and o.revision = d.revision
                  where d.order_id = $1 and d.state <> 'ready' for update of d) f
          where d.order_id = f.order_id and d.revision = f.revision and d.kind = f.kind
          returning d.kind, d.revision, d.buyer_id as "buyerId", f.state as former`,
        [orderId, words],
      );
      for (const { kind, revision, buyerId, former } of failed.filter((row) => row.former !== 'failed')) {
        tx.record({
          action: 'order_document.failed',
          subjectType: 'order_document',
          subjectId: orderId,
          organisationId: buyerId,
          from: former,
          to: 'failed',
          detail: { kind, revision },
        });
      }
    });
  }
}
