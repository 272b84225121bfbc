import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Party } from '#identity';
import { errors, referenceOf, type Tx } from '#platform';
import type { SealedAward, SealedSupplier } from '#quoting';
import type { PaperParty, PaperPlace } from '../order-document/order-paper.js';
import { dayIn, orderAmounts, renumbered } from './purchase-order.rules.js';

type PartySnapshot = PaperParty & { language: string };

/** Both parties and the place of delivery as they were when the order was issued. */
export interface OrderParties {
  buyer: PartySnapshot;
  seller: PartySnapshot;
  deliverTo: PaperPlace;
}

/** One cooperative's share of an award, as it becomes an order. */
export interface IssuedOrder {
  id: string;
  reference: string;
  number: number;
  supplier: SealedSupplier;
  parties: OrderParties;
  totalMinor: bigint;
  advanceMinor: bigint;
  verifyToken: string;
}

/** What all orders of one award have in common. */
export interface Issue {
  award: SealedAward;
  year: number;
  at: Date;
  /** The day of issue where the buyer is, `yyyy-mm-dd`. */
  day: string;
  by: string;
}

/** 144 bits that nobody guesses, short enough for a QR code that a phone reads from paper. */
const verifyTokenBytes = 18;

/** The calendar day on which a buyer's orders are issued. */
export function issueDay(parties: ReadonlyMap<string, Party>, buyerId: string, at: Date): string {
  return dayIn(parties.get(buyerId)?.timeZone ?? 'UTC', at);
}

/** The orders of an award, numbered from `firstNumber` on in the order of their sellers' names. */
export function ordersOf(
  { award, year }: Issue,
  parties: ReadonlyMap<string, Party>,
  firstNumber: number,
): IssuedOrder[] {
  const buyer = snapshotOf(parties, award.request.buyerId);
  return award.suppliers
    .map((supplier) => ({ supplier, seller: snapshotOf(parties, supplier.cooperativeId) }))
    .sort((left, right) => left.seller.name.localeCompare(right.seller.name, 'en'))
    .map(({ supplier, seller }, index) => ({
      id: uuidv7(),
      reference: referenceOf('PO', year, firstNumber + index),
      number: firstNumber + index,
      supplier,
      parties: { buyer, seller, deliverTo: placeOf(award) },
      ...orderAmounts(supplier.lines, award.request.advancePercent),
      verifyToken: randomBytes(verifyTokenBytes).toString('base64url'),
    }));
}

/**
 * Writes the orders of an award, however many lines they have, in four statements. The documents come last: with them an
 * order is complete, and the database lets nothing be added to it any more.
 */
export async function writeOrders(tx: Tx, issue: Issue, orders: readonly IssuedOrder[]): Promise<void> {
  await insertAll(
    tx,
    'purchase_order',
    orders.map((order) => headOf(issue, order)),
  );
  await insertAll(
    tx,
    'purchase_order_line',
    orders.flatMap((order) => linesOf(issue, order)),
  );
  await insertAll(
    tx,
    'purchase_order_certificate',
    orders.flatMap((order) => certificatesOf(issue, order)),
  );
  await insertAll(
    tx,
    'order_document',
    orders.flatMap((order) => documentsOf(issue, order)),
  );
}

/** Rows by the names of their columns, all with the same ones; what is left out takes its default. */
async function insertAll(
  tx: Tx,
  table: 'purchase_order' | 'purchase_order_line' | 'purchase_order_certificate' | 'order_document',
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const first = rows[0];
  if (!first) {
    return;
  }
  const columns = Object.keys(first).join(', ');
  await tx.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

function headOf({ award, year, at, day, by }: Issue, order: IssuedOrder): Record<string, unknown> {
  const { request } = award;
  return {
    id: order.id,
    buyer_id: request.buyerId,
    cooperative_id: order.supplier.cooperativeId,
    request_id: request.id,
    award_id: award.id,
    quote_id: order.supplier.quoteId,
    quote_revision: order.supplier.quoteRevision,
    year,
    number: order.number,
    reference: order.reference,
    state: 'issued',
    title: request.title,
    currency: order.supplier.currency,
    total_minor: order.totalMinor.toString(),
    advance_percent: request.advancePercent,
    advance_minor: order.advanceMinor.toString(),
    payment_days: request.paymentDays,
    incoterm: request.incoterm,
    incoterm_place: request.incotermPlace,
    deliver_by: request.deliverBy,
    parties: order.parties,
    terms: order.supplier.terms,
    verify_token: order.verifyToken,
    issued_by: by,
    issued_at: at.toISOString(),
    issued_on: day,
  };
}

function ownersOf({ award }: Issue, order: IssuedOrder): Record<string, unknown> {
  return {
    order_id: order.id,
    buyer_id: award.request.buyerId,
    cooperative_id: order.supplier.cooperativeId,
  };
}

function linesOf(issue: Issue, order: IssuedOrder): Record<string, unknown>[] {
  return renumbered(order.supplier.lines).map((line) => ({
    ...ownersOf(issue, order),
    position: line.position,
    request_line_id: line.requestLineId,
    sku: line.sku,
    description: line.description,
    specification: line.specification,
    hs_code: line.hsCode,
    unit_code: line.unitCode,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    price_base_quantity: line.priceBaseQuantity,
    list_unit_price: line.listUnitPrice,
    price_break_from: line.priceBreakFrom,
    amount_minor: line.amountMinor,
    needed_by: line.neededBy,
    lead_time_days: line.leadTimeDays,
  }));
}

function certificatesOf(issue: Issue, order: IssuedOrder): Record<string, unknown>[] {
  return order.supplier.certificates.map((certificate) => ({
    ...ownersOf(issue, order),
    certificate_id: certificate.id,
    reference: certificate.reference,
    scheme: certificate.scheme,
    valid_from: certificate.validFrom,
    valid_until: certificate.validUntil,
  }));
}

function documentsOf(issue: Issue, order: IssuedOrder): Record<string, unknown>[] {
  return ['pdf', 'ubl'].map((kind) => ({ ...ownersOf(issue, order), revision: 1, kind, state: 'pending' }));
}

function snapshotOf(parties: ReadonlyMap<string, Party>, id: string): PartySnapshot {
  const party = parties.get(id);
  if (!party) {
    throw errors.not_found();
  }
  const { name, legalId, street, city, postalCode, region, country, contactName, email, phone, language } =
    party;
  return {
    id,
    name,
    legalId,
    street,
    city,
    postalCode,
    region,
    country,
    contactName,
    email,
    phone,
    language,
  };
}

function placeOf({ request }: SealedAward): PaperPlace {
  return {
    name: request.deliveryName,
    street: request.deliveryStreet,
    city: request.deliveryCity,
    postalCode: request.deliveryPostalCode,
    country: request.deliveryCountry,
  };
}
