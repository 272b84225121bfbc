import { Flag, ListOf, OneOf, Text } from '#platform';

export class LivenessView {
  @Flag()
  live!: boolean;
}

export class ReadinessPart {
  @OneOf(['database', 'migrations', 'queue', 'storage'])
  name!: string;

  @Flag()
  ok!: boolean;

  @Text({ max: 500, nullable: true })
  detail!: string | null;
}

export class ReadinessView {
  @Flag()
  ready!: boolean;

  @ListOf(() => ReadinessPart, { max: 10 })
  checks!: ReadinessPart[];
}
