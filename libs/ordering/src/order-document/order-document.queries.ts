import { currencyDigits, errors, minorToText, type OrganisationActor, type Tx, unitName } from '#platform';
import type { OrderParties } from '../purchase-order/issued-order.js';
import type { DocumentKind, DocumentState } from '../purchase-order/purchase-order.dto.js';
import {
  certificatesJson,
  linesJson,
  type Side,
  verifyUrlOf,
} from '../purchase-order/purchase-order.queries.js';
import type { OrderPaper, PaperCertificate, PaperLine } from './order-paper.js';

const platformName = 'Weftway';

type StoredLine = Omit<PaperLine, 'number' | 'unitName' | 'amount'> & {
  position: number;
  amountMinor: string;
};
type StoredPaper = Omit<
  OrderPaper,
  | 'issuedAt'
  | 'currencyDigits'
  | 'language'
  | 'buyer'
  | 'seller'
  | 'deliverTo'
  | 'advanceAmount'
  | 'lines'
  | 'total'
  | 'verifyUrl'
  | 'platformName'
> & {
  issuedAt: Date;
  parties: OrderParties;
  totalMinor: string;
  advanceMinor: string;
  verifyToken: string;
  lines: StoredLine[];
};

/** Everything that the papers of an order say, from what was frozen when it was issued. */
export async function loadPaper(tx: Tx, orderId: string, publicUrl: string): Promise<OrderPaper> {
  const { parties, totalMinor, advanceMinor, verifyToken, lines, issuedAt, certificates, ...order } =
    await tx.one<StoredPaper>(
      `select o.id as "orderId", o.reference, o.revision, o.issued_on as "issuedOn", o.issued_at as "issuedAt",
            r.reference as "requestReference", q.reference as "quoteReference", o.title, o.currency, o.parties,
            o.incoterm, o.incoterm_place as "incotermPlace", o.deliver_by as "deliverBy", o.payment_days as "paymentDays",
            trim_scale(o.advance_percent)::text as "advancePercent", o.advance_minor as "advanceMinor", o.terms as notes,
            o.total_minor as "totalMinor", o.verify_token as "verifyToken",
            ${linesJson} as lines, ${certificatesJson} as certificates
       from purchase_order o join request r on r.id = o.request_id join quote q on q.id = o.quote_id
      where o.id = $1`,
      [orderId],
    );
  const { language, ...buyer } = parties.buyer;
  const { language: _sellers, ...seller } = parties.seller;
  return {
    ...order,
    issuedAt: issuedAt.toISOString(),
    currencyDigits: currencyDigits(order.currency),
    language,
    buyer,
    seller,
    deliverTo: parties.deliverTo,
    advanceAmount: minorToText(advanceMinor, order.currency),
    lines: lines.map((line) => paperLine(line, order.currency)),
    total: minorToText(totalMinor, order.currency),
    certificates: certificates.map(paperCertificate),
    verifyUrl: verifyUrlOf(publicUrl, verifyToken),
    platformName,
  };
}

function paperLine({ position, amountMinor, ...line }: StoredLine, currency: string): PaperLine {
  return {
    ...line,
    number: position,
    unitName: unitName(line.unitCode),
    amount: minorToText(amountMinor, currency),
    // The paper names the list price only where a break has lowered it.
    listUnitPrice: line.priceBreakFrom === null ? null : line.listUnitPrice,
  };
}

function paperCertificate({ reference, scheme, validFrom, validUntil }: PaperCertificate): PaperCertificate {
  return { reference, scheme, validFrom, validUntil };
}

export interface DocumentRow {
  kind: DocumentKind;
  state: DocumentState;
}

/** The documents of an order's newest revision, locked, so that of two jobs only one stores and says that they are ready. */
export async function lockDocuments(tx: Tx, orderId: string, revision: number): Promise<DocumentRow[]> {
  return tx.query(
    'select kind, state from order_document where order_id = $1 and revision = $2 order by kind for update',
    [orderId, revision],
  );
}

export interface StoredDocument {
  reference: string;
  revision: number;
  state: DocumentState;
  storageKey: string | null;
  sha256: string | null;
}

/** A document of an order's newest revision, as one of its parties may ask for it. */
export async function findDocument(
  tx: Tx,
  actor: OrganisationActor,
  side: Side,
  orderId: string,
  kind: DocumentKind,
): Promise<StoredDocument> {
  const found = await tx.maybeOne<StoredDocument>(
    `select o.reference, d.revision, d.state, d.storage_key as "storageKey", d.sha256
       from purchase_order o join order_document d on d.order_id = o.id and d.revision = o.revision and d.kind = $3
      where o.id = $1 and ${side === 'buyer' ? 'o.buyer_id' : 'o.cooperative_id'} = $2`,
    [orderId, actor.organisationId, kind],
  );
  if (!found) {
    throw errors.not_found();
  }
  return found;
}
