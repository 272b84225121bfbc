import {
  CountryCode,
  CurrencyCode,
  DecimalText,
  Flag,
  HsCode,
  ListOf,
  Nested,
  OneOf,
  PageQuery,
  Text,
  UnitCode,
  Uuid,
  WholeNumber,
} from '#platform';
import { CraftView } from '../craft/craft.dto.js';
import { photoWidths } from './photo.service.js';

export class ProductInput {
  @Text({ max: 200, example: 'Sisal basket, 30 cm' })
  name!: string;

  @Text({ min: 0, max: 5000, optional: true, example: 'Hand woven, natural dyes' })
  description?: string;

  @Text({ max: 60, example: 'basketry', description: 'One of /v1/public/crafts' })
  craftCode!: string;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 6, example: '8.40', description: 'From what price a unit is made' })
  priceFrom!: string;

  @CurrencyCode()
  currency!: string;

  @DecimalText({ places: 3, optional: true, nullable: true, example: '50' })
  minimumQuantity?: string | null;

  @WholeNumber({ min: 0, max: 1000, optional: true, nullable: true, example: 45 })
  leadTimeDays?: number | null;

  @HsCode({ optional: true, nullable: true })
  hsCode?: string | null;

  @Uuid({ optional: true, nullable: true, description: 'A photo that was uploaded before' })
  photoFileId?: string | null;

  @Flag({ description: 'Whether it is shown, together with a published profile' })
  published!: boolean;
}

/** A product in its cooperative's hands. */
export class ProductView extends ProductInput {
  @Uuid()
  id!: string;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class ProductList {
  @ListOf(() => ProductView, { max: 100 })
  items!: ProductView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class ProductQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Words that name or description contain, all of them' })
  search?: string;

  @Text({ max: 60, optional: true, description: 'Code of a craft', example: 'basketry' })
  craft?: string;
}

export class ShowcaseProductQuery extends ProductQuery {
  @CountryCode({ optional: true })
  country?: string;

  @Uuid({ optional: true })
  cooperativeId?: string;

  @Uuid({ optional: true, description: 'Its cooperative holds a certificate by this scheme today' })
  schemeId?: string;

  @OneOf(['name', 'newest'], { optional: true, default: 'name' })
  sort?: 'name' | 'newest';
}

export class PhotoQuery {
  @OneOf(photoWidths.map(String), {
    optional: true,
    description:
      'In pixels. Photos are not enlarged beyond their own. Without it, the photo as it was uploaded',
  })
  width?: string;
}

export class MakerRef {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @CountryCode()
  country!: string;

  @Text({ max: 200, example: 'Machakos' })
  place!: string;
}

/** A product as everyone sees it. */
export class ShownProduct {
  @Uuid()
  id!: string;

  @Nested(() => MakerRef)
  cooperative!: MakerRef;

  @Text({ max: 200 })
  name!: string;

  @Text({ min: 0, max: 5000 })
  description!: string;

  @Nested(() => CraftView)
  craft!: CraftView;

  @UnitCode()
  unitCode!: string;

  @DecimalText({ places: 6 })
  priceFrom!: string;

  @CurrencyCode()
  currency!: string;

  @DecimalText({ places: 3, nullable: true })
  minimumQuantity!: string | null;

  @WholeNumber({ min: 0, max: 1000, nullable: true })
  leadTimeDays!: number | null;

  @HsCode({ nullable: true })
  hsCode!: string | null;

  @Uuid({ nullable: true, description: 'See /v1/public/photos/{fileId}' })
  photoFileId!: string | null;
}

export class ShownProductList {
  @ListOf(() => ShownProduct, { max: 100 })
  items!: ShownProduct[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class PhotoView {
  @Uuid()
  id!: string;

  @Text({ max: 255 })
  name!: string;

  @Text({ max: 100, example: 'image/jpeg' })
  mediaType!: string;

  @WholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Bytes' })
  size!: number;

  @Text({ max: 64, description: 'SHA-256 of the content in hex' })
  sha256!: string;
}
