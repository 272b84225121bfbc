import {
  CurrencyCode,
  Day,
  DecimalText,
  Flag,
  Instant,
  ListOf,
  OneOf,
  Text,
  UnitCode,
  Uuid,
  WholeNumber,
} from '#platform';
import { PriceBreakInput } from '../quote/quote.dto.js';
import { quoteStates } from '../quote/quote.rules.js';

export class ComparedScheme {
  @Uuid()
  id!: string;

  @Text({ max: 60 })
  code!: string;

  @Text({ max: 200, example: 'WFTO Guarantee System' })
  name!: string;
}

export class ComparedCertificate {
  @Uuid()
  schemeId!: string;

  @Text({ max: 200 })
  scheme!: string;

  @Text({ max: 40, example: 'C-2026-000007' })
  reference!: string;

  @Day()
  validUntil!: string;
}

export class ComparedRate {
  @CurrencyCode()
  currency!: string;

  @DecimalText({ places: 8, example: '149.62', description: 'Units of the currency for 1 EUR' })
  perEuro!: string;

  @Day({ nullable: true, description: 'The day of the rate; null for EUR itself' })
  day!: string | null;
}

export class QuotedBy {
  @Uuid()
  cooperativeId!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @Instant()
  submittedAt!: Date;
}

export class ComparedOffer {
  @Uuid()
  quoteId!: string;

  @Uuid()
  cooperativeId!: string;

  @DecimalText({ places: 3, example: '500', description: 'What is offered' })
  quantity!: string;

  @DecimalText({
    places: 3,
    example: '500',
    description: 'What is compared: asked or offered, whichever is less',
  })
  comparedQuantity!: string;

  @DecimalText({ places: 6, example: '4.75', description: 'At the compared quantity, after breaks' })
  unitPrice!: string;

  @DecimalText({ places: 6, example: '5.20' })
  listUnitPrice!: string;

  @DecimalText({ places: 3, example: '1' })
  priceBaseQuantity!: string;

  @DecimalText({ places: 3, nullable: true, example: '300' })
  priceBreakFrom!: string | null;

  @ListOf(() => PriceBreakInput, { max: 20, description: 'All-units breaks, ascending' })
  priceBreaks!: PriceBreakInput[];

  @DecimalText({ places: 4, zero: true, example: '2375.00', description: 'In the quote’s currency' })
  amount!: string;

  @DecimalText({ places: 4, zero: true, example: '2375.00', description: 'In the request’s currency' })
  convertedAmount!: string;

  @WholeNumber({ min: 0, max: 1000 })
  leadTimeDays!: number;

  @DecimalText({ places: 3, zero: true, example: '50' })
  minimumQuantity!: string;

  @DecimalText({ places: 3, nullable: true })
  capacityPerMonth!: string | null;

  @Text({ max: 1000, nullable: true })
  note!: string | null;

  @Flag({ description: 'Best of its line' })
  best!: boolean;
}

export class ComparedLine {
  @Uuid()
  requestLineId!: string;

  @WholeNumber({ min: 1, max: 2000 })
  position!: number;

  @Text({ max: 200, nullable: true })
  sku!: string | null;

  @Text({ max: 500 })
  description!: string;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 3, example: '1000' })
  quantity!: string;

  @Day({ nullable: true })
  neededBy!: string | null;

  @Uuid({
    nullable: true,
    description: 'The cheapest by the unit of those that could be awarded today; then the soonest',
  })
  bestQuoteId!: string | null;

  @ListOf(() => ComparedOffer, {
    max: 1000,
    description: 'Cheapest by the unit first; none while prices are sealed',
  })
  offers!: ComparedOffer[];
}

export class ComparedQuote {
  @Uuid()
  quoteId!: string;

  @Text({ max: 40, example: 'Q-2026-000012' })
  reference!: string;

  @OneOf(quoteStates)
  state!: string;

  @WholeNumber({ min: 1, max: 1_000_000 })
  revision!: number;

  @Uuid()
  cooperativeId!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @Text({ max: 2, nullable: true, example: 'KE' })
  country!: string | null;

  @Text({ max: 200, nullable: true, example: 'Machakos' })
  place!: string | null;

  @WholeNumber({ min: 0, max: 1_000_000, nullable: true })
  makers!: number | null;

  @WholeNumber({ min: 0, max: 1_000_000, nullable: true })
  makersWomen!: number | null;

  @CurrencyCode()
  currency!: string;

  @Day()
  validUntil!: string;

  @Text({ max: 4000, nullable: true })
  terms!: string | null;

  @Instant()
  submittedAt!: Date;

  @Flag({ description: 'On a former revision of the request, so it cannot be awarded' })
  stale!: boolean;

  @Flag({ description: 'Past its validity, so it cannot be awarded' })
  expired!: boolean;

  @ListOf(() => ComparedCertificate, {
    max: 100,
    description: 'Of the required schemes: granted and valid today',
  })
  certificates!: ComparedCertificate[];

  @ListOf(() => ComparedScheme, {
    max: 100,
    description: 'Required schemes that it does not hold today, so it cannot be awarded',
  })
  missing!: ComparedScheme[];

  @WholeNumber({ min: 0, max: 2000, description: 'Lines of the request that it quotes' })
  linesQuoted!: number;

  @WholeNumber({ min: 0, max: 2000, description: 'Of these, offered in the full quantity asked' })
  linesInFull!: number;

  @DecimalText({ places: 4, zero: true, example: '18450.00', description: 'In the quote’s currency' })
  total!: string;

  @DecimalText({
    places: 4,
    zero: true,
    example: '18450.00',
    description: 'In the request’s currency: the sum of converted, rounded amounts',
  })
  convertedTotal!: string;
}

export class Comparison {
  @Uuid()
  requestId!: string;

  @Text({ max: 40, example: 'SR-2026-000123' })
  reference!: string;

  @Text({ max: 200 })
  title!: string;

  @Text({ max: 20, example: 'closed', description: 'By the clock' })
  state!: string;

  @CurrencyCode({ description: 'The request’s, in which everything is compared' })
  currency!: string;

  @Instant({ nullable: true })
  deadline!: Date | null;

  @Flag({ description: 'Whether prices are still sealed; then no price is in this' })
  sealed!: boolean;

  @ListOf(() => ComparedScheme, { max: 100 })
  requiredSchemes!: ComparedScheme[];

  @WholeNumber({ min: 0, max: 1000 })
  quoteCount!: number;

  @ListOf(() => QuotedBy, { max: 1000, description: 'Whose quote stands' })
  quotedBy!: QuotedBy[];

  @ListOf(() => ComparedRate, { max: 200, description: 'What amounts were converted by' })
  rates!: ComparedRate[];

  @ListOf(() => ComparedQuote, {
    max: 1000,
    description: 'Fullest coverage first, then the cheapest; none while prices are sealed',
  })
  cooperatives!: ComparedQuote[];

  @ListOf(() => ComparedLine, { max: 2000, description: 'By position' })
  lines!: ComparedLine[];
}
