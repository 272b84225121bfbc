import { ListOf, Text, Uuid, WholeNumber } from '#platform';

export class CriterionView {
  @Text({ max: 40, example: '5', description: 'The scheme’s own numbering' })
  code!: string;

  @Text({ max: 300, example: 'Ensuring no Child Labour and Forced Labour' })
  title!: string;
}

export class SchemeRef {
  @Uuid()
  id!: string;

  @Text({ max: 60, example: 'WFTO-GUARANTEED' })
  code!: string;

  @Text({ max: 200, example: 'WFTO Guaranteed Fair Trade Enterprise' })
  name!: string;
}

export class SchemeView extends SchemeRef {
  @Text({ max: 200, example: 'World Fair Trade Organization' })
  ownerName!: string;

  @Text({ max: 60, example: 'certificate' })
  kind!: string;

  @Text({ max: 200, description: 'Which edition of the scheme the criteria are from' })
  edition!: string;

  @Text({ max: 500, description: 'Where names and titles were read' })
  source!: string;

  @WholeNumber({
    min: 1,
    max: 120,
    description: 'For how long a certificate is proposed unless an officer says otherwise',
  })
  monthsValid!: number;

  @ListOf(() => CriterionView, { max: 200 })
  criteria!: CriterionView[];
}

export class SchemeList {
  @ListOf(() => SchemeView, { max: 500 })
  items!: SchemeView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
