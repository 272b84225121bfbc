import { Instant, ListOf, Nested, Text, Uuid } from '#platform';
import { PartyRef, PersonRef } from '../certificate/certificate.dto.js';

export class NewConflict {
  @Uuid({ description: 'The cooperative that you will not judge' })
  cooperativeId!: string;

  @Text({ max: 1000, example: 'My sister is one of its founders' })
  reason!: string;
}

export class ConflictView {
  @Nested(() => PersonRef)
  person!: PersonRef;

  @Nested(() => PartyRef)
  cooperative!: PartyRef;

  @Text({ max: 1000 })
  reason!: string;

  @Instant()
  declaredAt!: Date;
}

export class ConflictList {
  @ListOf(() => ConflictView, { max: 100 })
  items!: ConflictView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
