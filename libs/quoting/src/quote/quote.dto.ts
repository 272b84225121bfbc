import {
  CurrencyCode,
  Day,
  DecimalText,
  Flag,
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
import { quoteStates } from './quote.rules.js';

export class PriceBreakInput {
  @DecimalText({ places: 3, example: '300', description: 'From this quantity on every unit costs this' })
  fromQuantity!: string;

  @DecimalText({ places: 6, example: '4.75' })
  unitPrice!: string;
}

export class QuoteLineInput {
  @Uuid({ description: 'A line of the request' })
  requestLineId!: string;

  @DecimalText({ places: 3, example: '500', description: 'How much can be made, in the line’s unit' })
  quantity!: string;

  @DecimalText({ places: 6, example: '5.20' })
  unitPrice!: string;

  @DecimalText({
    places: 3,
    optional: true,
    default: '1',
    example: '1',
    description: 'The unit price is for this many units',
  })
  priceBaseQuantity?: string;

  @DecimalText({
    places: 3,
    zero: true,
    optional: true,
    default: '0',
    example: '50',
    description: 'Less than this is not made',
  })
  minimumQuantity?: string;

  @WholeNumber({ min: 0, max: 1000, example: 45 })
  leadTimeDays!: number;

  @DecimalText({ places: 3, optional: true, nullable: true, example: '250' })
  capacityPerMonth?: string | null;

  @Text({ max: 1000, optional: true, nullable: true })
  note?: string | null;

  @ListOf(() => PriceBreakInput, {
    max: 20,
    optional: true,
    default: [],
    description: 'All-units breaks, ascending',
  })
  priceBreaks?: PriceBreakInput[];
}

export class QuoteDraft {
  @CurrencyCode({ description: 'The cooperative’s own choice; the buyer compares in the request’s' })
  currency!: string;

  @Day({ description: 'The last day on which it can be awarded; after the deadline’s day' })
  validUntil!: string;

  @Text({ max: 4000, optional: true, nullable: true, description: 'Printed on the order' })
  terms?: string | null;

  @ListOf(() => QuoteLineInput, { max: 2000 })
  lines!: QuoteLineInput[];
}

export class QuoteLineView {
  @Uuid()
  requestLineId!: string;

  @WholeNumber({ min: 1, max: 2000 })
  position!: number;

  @Text({ max: 500, example: 'Sisal basket, 30 cm' })
  description!: string;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 3, example: '1000', description: 'What the line asks for' })
  asked!: string;

  @DecimalText({ places: 3, example: '500' })
  quantity!: string;

  @DecimalText({ places: 6, example: '5.20' })
  unitPrice!: string;

  @DecimalText({ places: 3, example: '1' })
  priceBaseQuantity!: string;

  @DecimalText({ places: 3, zero: true, example: '50' })
  minimumQuantity!: string;

  @WholeNumber({ min: 0, max: 1000, example: 45 })
  leadTimeDays!: number;

  @DecimalText({ places: 3, nullable: true })
  capacityPerMonth!: string | null;

  @Text({ max: 1000, nullable: true })
  note!: string | null;

  @ListOf(() => PriceBreakInput, { max: 20 })
  priceBreaks!: PriceBreakInput[];

  @DecimalText({
    places: 4,
    zero: true,
    example: '2375.00',
    description: 'For what is asked or offered, whichever is less, after breaks',
  })
  amount!: string;
}

export class QuoteRevisionSummary {
  @WholeNumber({ min: 1, max: 1_000_000 })
  revision!: number;

  @WholeNumber({ min: 1, max: 1_000_000, description: 'The revision of the request that it answers' })
  requestRevision!: number;

  @CurrencyCode()
  currency!: string;

  @Day()
  validUntil!: string;

  @Text({ max: 4000, nullable: true })
  terms!: string | null;

  @Instant()
  createdAt!: Date;

  @Instant({ nullable: true, description: 'Null while it is a draft' })
  submittedAt!: Date | null;

  @DecimalText({ places: 4, zero: true, example: '18450.00', description: 'Sum of its lines’ amounts' })
  total!: string;

  @WholeNumber({ min: 0, max: 2000 })
  lineCount!: number;
}

export class QuoteRevisionView extends QuoteRevisionSummary {
  @ListOf(() => QuoteLineView, { max: 2000, description: 'By the request’s positions' })
  lines!: QuoteLineView[];
}

export class QuoteRow {
  @Uuid()
  id!: string;

  @Text({ max: 40, example: 'Q-2026-000012' })
  reference!: string;

  @OneOf(quoteStates)
  state!: string;

  @Flag({ description: 'Whether the request has changed since; confirm or revise the quote' })
  stale!: boolean;

  @Uuid()
  requestId!: string;

  @Text({ max: 40, example: 'SR-2026-000123' })
  requestReference!: string;

  @Text({ max: 200 })
  requestTitle!: string;

  @Text({ max: 20, example: 'open', description: 'By the clock' })
  requestState!: string;

  @Instant({ nullable: true })
  deadline!: Date | null;

  @WholeNumber({ min: 0, max: 1_000_000, description: 'The newest submitted revision; 0 before the first' })
  revision!: number;

  @Instant({ nullable: true })
  submittedAt!: Date | null;

  @Instant({ nullable: true })
  withdrawnAt!: Date | null;

  @Text({ max: 2000, nullable: true })
  declineReason!: string | null;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class QuoteView extends QuoteRow {
  @Nested(() => QuoteRevisionView, {
    nullable: true,
    description: 'What is being written; the buyer does not see it',
  })
  draft!: QuoteRevisionView | null;

  @Nested(() => QuoteRevisionView, {
    nullable: true,
    description: 'What stands, also while a new draft is written',
  })
  submitted!: QuoteRevisionView | null;
}

export class QuoteRevisionList {
  @ListOf(() => QuoteRevisionSummary, { max: 10_000, description: 'Newest first' })
  items!: QuoteRevisionSummary[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class QuoteQuery extends PageQuery {
  @OneOf(quoteStates, { optional: true })
  state?: string;
}

export class QuoteList {
  @ListOf(() => QuoteRow, { max: 100 })
  items!: QuoteRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
