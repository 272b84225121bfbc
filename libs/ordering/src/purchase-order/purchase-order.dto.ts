import {
  CountryCode,
  CurrencyCode,
  Day,
  DecimalText,
  Email,
  HsCode,
  Instant,
  ListOf,
  Nested,
  OneOf,
  PageQuery,
  Text,
  UnitCode,
  Uuid,
  WholeNumber,
} from '#platform';
import { orderStates, type OrderState } from './purchase-order.rules.js';

export const documentKinds = ['pdf', 'ubl'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentStates = ['pending', 'ready', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

export class IssuedOrderView {
  @Uuid()
  id!: string;

  @Text({ max: 40, example: 'PO-2026-000045' })
  reference!: string;

  @Uuid()
  cooperativeId!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  cooperative!: string;

  @CurrencyCode()
  currency!: string;

  @DecimalText({ places: 4, zero: true, example: '18450.00' })
  total!: string;
}

/** The orders that an award issued. */
export class OrdersIssued {
  @Uuid()
  awardId!: string;

  @ListOf(() => IssuedOrderView, { min: 1, max: 10_000, description: 'One for each cooperative, by name' })
  orders!: IssuedOrderView[];
}

export class OrderQuery extends PageQuery {
  @OneOf(orderStates, { optional: true })
  state?: OrderState;

  @Uuid({ optional: true, description: 'Those that came of this request' })
  requestId?: string;

  @Text({ max: 100, optional: true, description: 'Part of the reference, or of the other party’s name' })
  search?: string;
}

export class OrderReason {
  @Text({ max: 1000, example: 'The dye house is closed until March' })
  reason!: string;
}

export class OrderPartyRef {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @CountryCode()
  country!: string;
}

/** A party as it was on the day of issue. */
export class OrderParty extends OrderPartyRef {
  @Text({ max: 60, nullable: true })
  legalId!: string | null;

  @Text({ max: 200, nullable: true })
  street!: string | null;

  @Text({ max: 100, nullable: true })
  city!: string | null;

  @Text({ max: 20, nullable: true })
  postalCode!: string | null;

  @Text({ max: 100, nullable: true })
  region!: string | null;

  @Text({ max: 200, nullable: true })
  contactName!: string | null;

  @Email({ nullable: true })
  email!: string | null;

  @Text({ max: 40, nullable: true })
  phone!: string | null;
}

export class OrderPlace {
  @Text({ max: 200, example: 'Central warehouse' })
  name!: string;

  @Text({ max: 200, nullable: true })
  street!: string | null;

  @Text({ max: 100, nullable: true })
  city!: string | null;

  @Text({ max: 20, nullable: true })
  postalCode!: string | null;

  @CountryCode()
  country!: string;
}

class OrderFacts {
  @Uuid()
  id!: string;

  @Text({ max: 40, example: 'PO-2026-000045' })
  reference!: string;

  @WholeNumber({ min: 1, max: 10_000, description: 'A change that both sides agree to makes a new one' })
  revision!: number;

  @OneOf(orderStates)
  state!: OrderState;

  @Text({ max: 200, example: 'Autumn home range' })
  title!: string;

  @Uuid()
  requestId!: string;

  @CurrencyCode()
  currency!: string;

  @DecimalText({ places: 4, zero: true, example: '18450.00' })
  total!: string;

  @Day({ nullable: true })
  deliverBy!: string | null;

  @Day({ description: 'In the buyer’s time zone' })
  issuedOn!: string;

  @Instant()
  issuedAt!: Date;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

/** An order in a list. */
export class OrderRow extends OrderFacts {
  @Nested(() => OrderPartyRef)
  buyer!: OrderPartyRef;

  @Nested(() => OrderPartyRef)
  cooperative!: OrderPartyRef;
}

export class OrderList {
  @ListOf(() => OrderRow, { max: 100 })
  items!: OrderRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class OrderLineView {
  @WholeNumber({ min: 1, max: 2000 })
  position!: number;

  @Text({ max: 200, nullable: true })
  sku!: string | null;

  @Text({ max: 500, example: 'Sisal basket, 30 cm' })
  description!: string;

  @Text({ max: 5000, nullable: true })
  specification!: string | null;

  @HsCode({ nullable: true })
  hsCode!: string | null;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 3, example: '400' })
  quantity!: string;

  @DecimalText({ places: 6, example: '4.75', description: 'After the price break that the quantity reaches' })
  unitPrice!: string;

  @DecimalText({ places: 3, example: '1', description: 'The unit price is for this many units' })
  priceBaseQuantity!: string;

  @DecimalText({ places: 6, example: '5.10' })
  listUnitPrice!: string;

  @DecimalText({
    places: 3,
    nullable: true,
    example: '300',
    description: 'Null where the list price applies',
  })
  priceBreakFrom!: string | null;

  @DecimalText({ places: 4, zero: true, example: '1900.00' })
  amount!: string;

  @Day({ nullable: true })
  neededBy!: string | null;

  @WholeNumber({ min: 0, max: 1000, nullable: true })
  leadTimeDays!: number | null;
}

/** A certificate that the award relied upon, as it stood that day. */
export class OrderCertificateView {
  @Uuid()
  id!: string;

  @Text({ max: 40, example: 'C-2026-000012' })
  reference!: string;

  @Text({ max: 200 })
  scheme!: string;

  @Day()
  validFrom!: string;

  @Day()
  validUntil!: string;
}

export class OrderDocumentView {
  @OneOf(documentKinds)
  kind!: DocumentKind;

  @WholeNumber({ min: 1, max: 10_000 })
  revision!: number;

  @OneOf(documentStates)
  state!: DocumentState;

  @Text({ max: 64, nullable: true, description: 'SHA-256 of the file in hex, once it is ready' })
  sha256!: string | null;

  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER, nullable: true, description: 'Bytes' })
  size!: number | null;

  @Instant({ nullable: true })
  madeAt!: string | null;
}

export class OrderView extends OrderFacts {
  @Nested(() => OrderParty)
  buyer!: OrderParty;

  @Nested(() => OrderParty)
  cooperative!: OrderParty;

  @Nested(() => OrderPlace)
  deliverTo!: OrderPlace;

  @Text({ max: 40, nullable: true, example: 'SR-2026-000123' })
  requestReference!: string | null;

  @Uuid()
  quoteId!: string;

  @Text({ max: 40, nullable: true, example: 'Q-2026-000012' })
  quoteReference!: string | null;

  @Text({ max: 3, example: 'FCA' })
  incoterm!: string;

  @Text({ max: 200, example: 'Mombasa' })
  incotermPlace!: string;

  @WholeNumber({ min: 0, max: 365 })
  paymentDays!: number;

  @DecimalText({ places: 2, zero: true, example: '40' })
  advancePercent!: string;

  @DecimalText({ places: 4, zero: true, example: '7380.00' })
  advance!: string;

  @Text({ max: 5000, nullable: true, description: 'The cooperative’s own, from its quote' })
  terms!: string | null;

  @Instant({ nullable: true, description: 'When the cooperative accepted or rejected it' })
  respondedAt!: Date | null;

  @Text({ max: 1000, nullable: true, description: 'Why it was rejected' })
  responseReason!: string | null;

  @Instant({ nullable: true })
  cancelledAt!: Date | null;

  @Text({ max: 1000, nullable: true })
  cancellationReason!: string | null;

  @Text({ max: 500, description: 'Where a holder of the paper can check it; in its QR code' })
  verifyUrl!: string;

  @ListOf(() => OrderLineView, { max: 2000 })
  lines!: OrderLineView[];

  @ListOf(() => OrderCertificateView, { max: 100 })
  certificates!: OrderCertificateView[];

  @ListOf(() => OrderDocumentView, { max: 1000, description: 'Newest revision first' })
  documents!: OrderDocumentView[];
}
