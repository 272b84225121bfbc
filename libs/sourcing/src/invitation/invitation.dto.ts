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
  UnitCode,
  Uuid,
  Uuids,
  WholeNumber,
} from '#platform';
import { DeliveryPlace, RequirementView } from '../request/request.dto.js';
import { requestStates } from '../request/request.rules.js';

export class InvitedCooperatives {
  @Uuids({ min: 1, max: 500 })
  cooperativeIds!: string[];
}

export class RequestInvitationRow {
  @Uuid()
  cooperativeId!: string;

  @Text({ max: 200 })
  name!: string;

  @CountryCode()
  country!: string;

  @Instant()
  invitedAt!: Date;

  @Instant({ nullable: true })
  declinedAt!: Date | null;

  @Text({ max: 2000, nullable: true })
  declineReason!: string | null;

  @Flag({ description: 'Whether a quote of theirs stands; no price is told' })
  quoted!: boolean;
}

export class RequestInvitationList {
  @ListOf(() => RequestInvitationRow, { max: 1000 })
  items!: RequestInvitationRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class InboxQuery extends PageQuery {
  @OneOf(['open', 'closed', 'awarded', 'unawarded', 'cancelled'], { optional: true })
  state?: string;
}

const quoteStates = ['draft', 'submitted', 'withdrawn', 'awarded', 'partly_awarded', 'declined', 'lapsed'];

export class InboxRow {
  @Uuid()
  id!: string;

  @Text({ max: 20 })
  reference!: string;

  @Text({ max: 200 })
  title!: string;

  @Text({ max: 200 })
  retailer!: string;

  @OneOf(requestStates)
  state!: string;

  @Instant()
  deadline!: Date;

  @WholeNumber({ min: 0, max: 2000 })
  lineCount!: number;

  @Instant({ nullable: true })
  declinedAt!: Date | null;

  @OneOf(quoteStates, { nullable: true, description: 'Your own quote' })
  quoteState!: string | null;
}

export class InboxList {
  @ListOf(() => InboxRow, { max: 100 })
  items!: InboxRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class OwnRequirementView extends RequirementView {
  @Flag({ description: 'Whether your cooperative holds it today' })
  held!: boolean;
}

export class RetailerView {
  @Uuid()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @CountryCode()
  country!: string;
}

/** A request as an invited cooperative reads it: no target prices, no other cooperatives. */
export class InvitedRequestView {
  @Uuid()
  id!: string;

  @Text({ max: 20 })
  reference!: string;

  @OneOf(requestStates)
  state!: string;

  @WholeNumber({ min: 1, max: 10_000 })
  revision!: number;

  @Nested(() => RetailerView)
  retailer!: RetailerView;

  @Text({ max: 200 })
  title!: string;

  @Text({ max: 5000, min: 0 })
  description!: string;

  @CurrencyCode()
  currency!: string;

  @Flag()
  sealed!: boolean;

  @Flag()
  partialWelcome!: boolean;

  @Flag()
  splitWelcome!: boolean;

  @Instant()
  deadline!: Date;

  @Day({ nullable: true })
  deliverBy!: string | null;

  @Text({ max: 3 })
  incoterm!: string;

  @Text({ max: 200 })
  incotermPlace!: string;

  @Nested(() => DeliveryPlace)
  delivery!: DeliveryPlace;

  @WholeNumber({ min: 0, max: 365 })
  paymentDays!: number;

  @DecimalText({ places: 2, zero: true })
  advancePercent!: string;

  @ListOf(() => OwnRequirementView, { max: 20 })
  requirements!: OwnRequirementView[];

  @WholeNumber({ min: 1, max: 2000 })
  lineCount!: number;

  @Instant({ nullable: true })
  declinedAt!: Date | null;
}

export class InvitedLineView {
  @Uuid()
  id!: string;

  @WholeNumber({ min: 1, max: 2000 })
  position!: number;

  @Text({ max: 60, nullable: true })
  sku!: string | null;

  @Text({ max: 500 })
  description!: string;

  @Text({ max: 2000, nullable: true })
  specification!: string | null;

  @DecimalText({ places: 3 })
  quantity!: string;

  @UnitCode()
  unitCode!: string;

  @Text({ max: 6, nullable: true })
  hsCode!: string | null;

  @Day({ nullable: true })
  neededBy!: string | null;

  @Text({ max: 60, nullable: true })
  craftCode!: string | null;
}

export class InvitedLineList {
  @ListOf(() => InvitedLineView, { max: 2000 })
  items!: InvitedLineView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
