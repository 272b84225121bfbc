import { ListOf, Text } from '#platform';

export class CraftView {
  @Text({ max: 60, example: 'basketry' })
  code!: string;

  @Text({ max: 100, example: 'Basketry' })
  name!: string;
}

export class CraftList {
  @ListOf(() => CraftView, { max: 500 })
  items!: CraftView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
