import {
  CountryCode,
  Day,
  DecimalText,
  Flag,
  ListOf,
  PageQuery,
  Text,
  Texts,
  Uuid,
  WholeNumber,
} from '#platform';
import { CraftView } from '../craft/craft.dto.js';
import { ShownProduct } from '../product/product.dto.js';

export class CraftCapacity {
  @Text({ max: 60, example: 'basketry', description: 'One of /v1/public/crafts' })
  craftCode!: string;

  @DecimalText({
    places: 3,
    zero: true,
    optional: true,
    nullable: true,
    example: '4000',
    description: 'This, or hours of work',
  })
  piecesPerMonth?: string | null;

  @DecimalText({ places: 3, zero: true, optional: true, nullable: true, example: '1600' })
  workHoursPerMonth?: string | null;
}

export class ProfileInput {
  @Text({ max: 200, example: 'Machakos' })
  place!: string;

  @Text({ max: 100, optional: true, nullable: true, example: 'Eastern Kenya' })
  region?: string | null;

  @WholeNumber({ min: 1800, max: 2100, optional: true, nullable: true, example: 2009 })
  founded?: number | null;

  @WholeNumber({ min: 0, max: 1_000_000, example: 42 })
  makers!: number;

  @WholeNumber({ min: 0, max: 1_000_000, example: 37, description: 'How many of the makers are women' })
  makersWomen!: number;

  @Texts({ max: 35, maxItems: 30, example: ['en', 'sw'], description: 'BCP 47' })
  languages!: string[];

  @Text({ min: 0, max: 10_000, example: 'We weave sisal from our own fields.' })
  story!: string;

  @Flag({ description: 'Whether buyers and everyone see it' })
  published!: boolean;

  @ListOf(() => CraftCapacity, { max: 50 })
  crafts!: CraftCapacity[];
}

/** The cooperative's own profile. */
export class ProfileView extends ProfileInput {
  @Uuid()
  cooperativeId!: string;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class CooperativeQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Part of the name or place' })
  search?: string;

  @Text({ max: 60, optional: true, description: 'Code of a craft', example: 'basketry' })
  craft?: string;

  @CountryCode({ optional: true })
  country?: string;

  @Uuid({ optional: true, description: 'Holds a certificate by this scheme today' })
  schemeId?: string;
}

/** A certificate that is held today. */
export class HeldCertificateView {
  @Text({ max: 20, example: 'C-2026-000012' })
  reference!: string;

  @Uuid()
  schemeId!: string;

  @Text({ max: 60, example: 'WFTO-GUARANTEED' })
  schemeCode!: string;

  @Text({ max: 200 })
  scheme!: string;

  @Day()
  validUntil!: string;
}

export class CooperativeRow {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @CountryCode()
  country!: string;

  @Text({ max: 200 })
  place!: string;

  @Text({ max: 100, nullable: true })
  region!: string | null;

  @WholeNumber({ min: 0, max: 1_000_000 })
  makers!: number;

  @WholeNumber({ min: 0, max: 1_000_000 })
  makersWomen!: number;

  @ListOf(() => CraftView, { max: 50 })
  crafts!: CraftView[];

  @ListOf(() => HeldCertificateView, { max: 200 })
  certificates!: HeldCertificateView[];
}

export class CooperativeList {
  @ListOf(() => CooperativeRow, { max: 100 })
  items!: CooperativeRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** A cooperative's showcase. */
export class CooperativeShowcase extends CooperativeRow {
  @WholeNumber({ min: 1800, max: 2100, nullable: true })
  founded!: number | null;

  @Texts({ max: 35, maxItems: 30 })
  languages!: string[];

  @Text({ min: 0, max: 10_000 })
  story!: string;

  @ListOf(() => ShownProduct, {
    max: 100,
    description: 'The first by name; /v1/public/products has them all',
  })
  products!: ShownProduct[];
}

/** The showcase in figures. */
export class ShowcaseFigures {
  @WholeNumber({ min: 0, max: 2 ** 31 - 1 })
  cooperatives!: number;

  @WholeNumber({ min: 0, max: 2 ** 31 - 1 })
  makers!: number;

  @WholeNumber({ min: 0, max: 2 ** 31 - 1, description: 'How many of the makers are women' })
  makersWomen!: number;

  @WholeNumber({ min: 0, max: 2 ** 31 - 1 })
  products!: number;

  @WholeNumber({ min: 0, max: 2 ** 31 - 1, description: 'Held today' })
  certificates!: number;

  @Texts({ max: 2, maxItems: 300, example: ['IN', 'KE'], description: 'ISO 3166-1 alpha-2' })
  countries!: string[];
}

/** A cooperative as buyers see it: with what it can make in a month. */
export class CooperativeForBuyer extends CooperativeShowcase {
  @ListOf(() => CraftCapacity, { max: 50 })
  capacity!: CraftCapacity[];
}
