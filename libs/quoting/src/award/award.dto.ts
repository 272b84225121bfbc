import {
  CurrencyCode,
  DecimalText,
  Flag,
  Instant,
  ListOf,
  OneOf,
  PageQuery,
  Text,
  UnitCode,
  Uuid,
  WholeNumber,
} from '#platform';
import { awardStates } from './award.rules.js';

export class AllocationInput {
  @Uuid({ description: 'A line of the request' })
  requestLineId!: string;

  @Uuid({ description: 'A submitted quote on the request' })
  quoteId!: string;

  @DecimalText({
    places: 3,
    example: '400',
    description: 'How much of the line goes to this quote, in the line’s unit',
  })
  quantity!: string;
}

export class AwardDraft {
  @ListOf(() => AllocationInput, { min: 1, max: 10_000 })
  allocations!: AllocationInput[];

  @Text({
    max: 2000,
    optional: true,
    nullable: true,
    description: 'Why these; for the approver and the log, not shown to cooperatives',
  })
  reason?: string | null;
}

export class AwardRejection {
  @Text({ max: 1000, example: 'Split line 3, one cooperative alone is a risk.' })
  reason!: string;
}

export class AllocationView extends AllocationInput {
  @WholeNumber({ min: 1, max: 2000 })
  position!: number;

  @Text({ max: 200, nullable: true })
  sku!: string | null;

  @Text({ max: 500, example: 'Sisal basket, 30 cm' })
  description!: string;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 3, example: '1000', description: 'What the line asks for' })
  asked!: string;

  @Text({ max: 40, example: 'Q-2026-000012' })
  quoteReference!: string;

  @WholeNumber({ min: 1, max: 1_000_000 })
  quoteRevision!: number;

  @Uuid()
  cooperativeId!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  cooperative!: string;

  @DecimalText({ places: 6, example: '4.75', description: 'After the price break that the quantity reaches' })
  unitPrice!: string;

  @DecimalText({ places: 3, example: '1', description: 'The unit price is for this many units' })
  priceBaseQuantity!: string;

  @DecimalText({
    places: 3,
    nullable: true,
    example: '300',
    description: 'The break that the quantity reaches; null for the list price',
  })
  priceBreakFrom!: string | null;

  @CurrencyCode({ description: 'The quote’s currency' })
  currency!: string;

  @DecimalText({ places: 4, zero: true, example: '1900.00' })
  amount!: string;
}

export class AwardRow {
  @Uuid()
  id!: string;

  @Uuid()
  requestId!: string;

  @Text({ max: 40, example: 'SR-2026-000123' })
  requestReference!: string;

  @Text({ max: 200 })
  requestTitle!: string;

  @OneOf(awardStates)
  state!: string;

  @CurrencyCode({ description: 'The request’s currency' })
  currency!: string;

  @DecimalText({
    places: 4,
    zero: true,
    example: '18450.00',
    description:
      'Sum of the rounded amounts, converted by the rates of the day on which the allocations were saved',
  })
  total!: string;

  @Flag({ description: 'Whether the total is above the organisation’s approval limit' })
  needsApproval!: boolean;

  @Uuid()
  proposedBy!: string;

  @Text({ max: 200, nullable: true })
  proposedByName!: string | null;

  @Instant()
  proposedAt!: Date;

  @Instant({ nullable: true })
  confirmedAt!: Date | null;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class AwardView extends AwardRow {
  @Text({ max: 2000, nullable: true })
  reason!: string | null;

  @Uuid({ nullable: true })
  approvedBy!: string | null;

  @Text({ max: 200, nullable: true })
  approvedByName!: string | null;

  @Instant({ nullable: true })
  approvedAt!: Date | null;

  @Text({ max: 1000, nullable: true })
  rejectionReason!: string | null;

  @ListOf(() => AllocationView, {
    max: 10_000,
    description: 'By the request’s positions; pointers of refusals count in this order',
  })
  allocations!: AllocationView[];
}

export class AwardQuery extends PageQuery {
  @OneOf(awardStates, { optional: true })
  state?: string;

  @Text({ max: 100, optional: true, description: 'Part of the request’s title or reference' })
  search?: string;
}

export class AwardList {
  @ListOf(() => AwardRow, { max: 100 })
  items!: AwardRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
