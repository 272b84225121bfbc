import {
  CountryCode,
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
  Uuid,
  Uuids,
  WholeNumber,
} from '#platform';
import { RequestLineInput, RequestLineView } from './request-line.dto.js';
import { requestStates } from './request.rules.js';

/** Incoterms 2020. */
export const incoterms = [
  'EXW',
  'FCA',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
] as const;

export class DeliveryPlace {
  @Text({ max: 200, example: 'Hearth and Hall warehouse' })
  name!: string;

  @Text({ max: 200, optional: true, nullable: true })
  street?: string | null;

  @Text({ max: 100, optional: true, nullable: true, example: 'Rotterdam' })
  city?: string | null;

  @Text({ max: 20, optional: true, nullable: true })
  postalCode?: string | null;

  @CountryCode({ example: 'NL' })
  country!: string;
}

/** What a buyer says of a request, lines apart. */
export class RequestDraft {
  @Text({ max: 200, example: 'Autumn home range' })
  title!: string;

  @Text({ max: 5000, optional: true })
  description?: string;

  @CurrencyCode({ description: 'In which quotes are compared' })
  currency!: string;

  @Flag({
    optional: true,
    default: true,
    description: 'Prices are readable by nobody but their cooperative until the deadline',
  })
  sealed?: boolean;

  @Flag({
    optional: true,
    default: true,
    description: 'Quotes may leave out lines or offer less than is asked',
  })
  partialWelcome?: boolean;

  @Flag({ optional: true, default: true, description: 'A line may be split over several cooperatives' })
  splitWelcome?: boolean;

  @Flag({ optional: true, default: false, description: 'An award may exceed what a line asks for' })
  moreThanAsked?: boolean;

  @Instant({ optional: true, nullable: true, description: 'When quoting ends, by the database’s clock' })
  deadline?: string | null;

  @Day({ optional: true, nullable: true })
  deliverBy?: string | null;

  @OneOf(incoterms, { example: 'FCA', description: 'Incoterms 2020' })
  incoterm!: string;

  @Text({ max: 200, example: 'Mombasa', description: 'The named place of the Incoterm' })
  incotermPlace!: string;

  @Nested(() => DeliveryPlace)
  delivery!: DeliveryPlace;

  @WholeNumber({ min: 0, max: 365, optional: true, default: 30 })
  paymentDays?: number;

  @DecimalText({
    places: 2,
    whole: 2,
    zero: true,
    optional: true,
    example: '40',
    description: 'Due at acceptance, at most 50',
  })
  advancePercent?: string;
}

export class NewRequest extends RequestDraft {
  @Uuids({ max: 20, optional: true, description: 'Schemes whose certificate an award requires' })
  schemeIds?: string[];

  @ListOf(() => RequestLineInput, { max: 2000, optional: true })
  lines?: RequestLineInput[];
}

export class RequiredSchemes {
  @Uuids({ max: 20 })
  schemeIds!: string[];
}

export class RequirementView {
  @Uuid()
  schemeId!: string;

  @Text({ max: 60 })
  code!: string;

  @Text({ max: 200 })
  name!: string;
}

export class RequestView extends RequestDraft {
  @Uuid()
  id!: string;

  @Text({ max: 20, example: 'SR-2026-000123' })
  reference!: string;

  @OneOf(requestStates, { description: 'As the clock has it: open ends at the deadline' })
  state!: string;

  @WholeNumber({ min: 0, max: 10_000, description: '0 before it was published' })
  revision!: number;

  @ListOf(() => RequirementView, { max: 20 })
  requirements!: RequirementView[];

  @WholeNumber({ min: 0, max: 2000 })
  lineCount!: number;

  @WholeNumber({ min: 0, max: 100_000 })
  invitedCount!: number;

  @WholeNumber({ min: 0, max: 100_000, description: 'Quotes that stand' })
  quoteCount!: number;

  @DecimalText({
    places: 4,
    zero: true,
    nullable: true,
    description: 'Quantity x target price of the lines that have one',
  })
  estimate!: string | null;

  @Instant()
  createdAt!: Date;

  @Instant({ nullable: true })
  publishedAt!: Date | null;

  @Text({ max: 2000, nullable: true })
  cancellationReason!: string | null;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;

  @ListOf(() => RequestLineView, { max: 2000, optional: true, description: 'With `?include=lines`' })
  lines?: RequestLineView[];
}

/** `?include=` of one request. */
export class RequestInclusion {
  @OneOf(['lines'], { optional: true, description: 'Every line in the same answer' })
  include?: string;
}

export class RequestRow {
  @Uuid()
  id!: string;

  @Text({ max: 20 })
  reference!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(requestStates)
  state!: string;

  @Flag()
  sealed!: boolean;

  @CurrencyCode()
  currency!: string;

  @Instant({ nullable: true })
  deadline!: Date | null;

  @WholeNumber({ min: 0, max: 2000 })
  lineCount!: number;

  @WholeNumber({ min: 0, max: 100_000 })
  invitedCount!: number;

  @WholeNumber({ min: 0, max: 100_000 })
  quoteCount!: number;

  @Instant()
  createdAt!: Date;
}

export class RequestList {
  @ListOf(() => RequestRow, { max: 100 })
  items!: RequestRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class RequestQuery extends PageQuery {
  @OneOf(requestStates, { optional: true })
  state?: string;

  @Text({ max: 100, optional: true, description: 'Part of the title or reference' })
  search?: string;

  @OneOf(['newest', 'deadline'], { optional: true, default: 'newest' })
  sort?: string;
}

export class Reason {
  @Text({ max: 2000, example: 'The range was dropped' })
  reason!: string;
}

export class DeadlineExtension {
  @Instant()
  deadline!: string;
}
