import {
  CountryCode,
  CurrencyCode,
  DecimalText,
  Email,
  Flag,
  Instant,
  ListOf,
  OneOf,
  PageQuery,
  Text,
  Uuid,
  WholeNumber,
} from '#platform';
import { organisationKinds } from '../session/session.dto.js';

export const organisationStates = ['applied', 'admitted', 'refused'] as const;

/** Name and address of a party, as papers print it. */
export class OrganisationDetails {
  @Text({ min: 2, max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @Text({ max: 60, optional: true, nullable: true, description: 'Registration or tax number' })
  legalId?: string | null;

  @CountryCode()
  country!: string;

  @Text({ max: 200, optional: true, nullable: true })
  street?: string | null;

  @Text({ max: 100, optional: true, nullable: true, example: 'Machakos' })
  city?: string | null;

  @Text({ max: 20, optional: true, nullable: true })
  postalCode?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  region?: string | null;

  @Text({ max: 200, optional: true, nullable: true })
  contactName?: string | null;

  @Email({ description: 'Where the organisation is written to' })
  email!: string;

  @Text({ max: 40, optional: true, nullable: true, example: '+254 700 000000' })
  phone?: string | null;

  @Text({ max: 35, optional: true, example: 'en', description: 'BCP 47' })
  language?: string;

  @Text({ max: 60, optional: true, example: 'Africa/Nairobi', description: 'IANA time zone' })
  timeZone?: string;

  @CurrencyCode()
  currency!: string;
}

export class OrganisationApplication extends OrganisationDetails {
  @OneOf(['retailer', 'cooperative', 'assurance'])
  kind!: 'retailer' | 'cooperative' | 'assurance';
}

export class OrganisationChange extends OrganisationDetails {
  @DecimalText({
    places: 3,
    zero: true,
    optional: true,
    nullable: true,
    example: '25000.00',
    description:
      'Above it requests and awards wait for an approver; null for no limit. In the organisation’s currency',
  })
  approvalLimit?: string | null;
}

export class ApplicationReceived {
  @Uuid()
  id!: string;

  @OneOf(organisationStates)
  state!: string;
}

export class OrganisationView extends OrganisationDetails {
  @Uuid()
  id!: string;

  @OneOf(organisationKinds)
  kind!: string;

  @OneOf(organisationStates)
  state!: string;

  @DecimalText({ places: 3, zero: true, nullable: true })
  approvalLimit!: string | null;

  @Flag({ description: 'Its people act for it only after a second factor' })
  secondFactorRequired!: boolean;

  @Instant()
  appliedAt!: Date;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class SecondFactorRule {
  @Flag({ description: 'Whether its people act for it only after a second factor' })
  required!: boolean;
}

export class OrganisationQuery extends PageQuery {
  @OneOf(organisationStates, { optional: true })
  state?: string;

  @OneOf(organisationKinds, { optional: true })
  kind?: string;

  @Text({ max: 100, optional: true, description: 'Part of the name' })
  search?: string;
}

export class OrganisationList {
  @ListOf(() => OrganisationView, { max: 100 })
  items!: OrganisationView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class RefusalReason {
  @Text({ max: 1000 })
  reason!: string;
}
