import { Day, DecimalText, HsCode, ListOf, Text, UnitCode, Uuid, WholeNumber } from '#platform';

export class RequestLineInput {
  @Text({ max: 60, optional: true, nullable: true, example: 'BSK-102' })
  sku?: string | null;

  @Text({ max: 500, example: 'Round sisal basket, medium' })
  description!: string;

  @Text({ max: 2000, optional: true, nullable: true })
  specification?: string | null;

  @DecimalText({ places: 3, example: '1800' })
  quantity!: string;

  @UnitCode()
  unitCode!: string;

  @DecimalText({
    places: 6,
    optional: true,
    nullable: true,
    example: '8.90',
    description: 'Yours alone: cooperatives never see it',
  })
  targetUnitPrice?: string | null;

  @HsCode({ optional: true, nullable: true })
  hsCode?: string | null;

  @Day({ optional: true, nullable: true })
  neededBy?: string | null;

  @Text({ max: 60, optional: true, nullable: true, example: 'basketry', description: 'Code of a craft' })
  craftCode?: string | null;
}

export class RequestLines {
  @ListOf(() => RequestLineInput, {
    max: 2000,
    description: 'None empties the draft; publishing asks for at least one',
  })
  lines!: RequestLineInput[];
}

export class LineQuery {
  @Text({ max: 400, optional: true })
  cursor?: string;

  @WholeNumber({ min: 1, max: 2000, optional: true, default: 100 })
  limit?: number;
}

export class RequestLineView extends RequestLineInput {
  @Uuid()
  id!: string;

  @WholeNumber({ min: 1, max: 2000 })
  position!: number;
}

export class RequestLineList {
  @ListOf(() => RequestLineView, { max: 2000 })
  items!: RequestLineView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
