import { Flag, Instant, ListOf, Text, Uuid, WholeNumber } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class AuditQuery extends PageQuery {
  @Text({ max: 60, optional: true, example: 'request' })
  subjectType?: string;

  @Uuid({ optional: true })
  subjectId?: string;

  @Text({ max: 100, optional: true, example: 'request.published' })
  action?: string;

  @Uuid({ optional: true, description: 'Who did it' })
  personId?: string;

  @Instant({ optional: true, description: 'From this moment on' })
  since?: string;

  @Instant({ optional: true, description: 'Before this moment' })
  until?: string;
}

export class AuditEntryView {
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Its place in the chain' })
  seq!: number;

  @Instant()
  at!: Date;

  @Uuid({ nullable: true })
  personId!: string | null;

  @Uuid({ nullable: true })
  apiKeyId!: string | null;

  @Text({ max: 100, example: 'request.published' })
  action!: string;

  @Text({ max: 60 })
  subjectType!: string;

  @Uuid()
  subjectId!: string;

  @Text({ max: 60, nullable: true })
  from!: string | null;

  @Text({ max: 60, nullable: true })
  to!: string | null;

  @Text({ max: 100 })
  requestId!: string;

  @Text({ max: 64, description: 'SHA-256 over the entry and the hash before it, in hex' })
  hash!: string;
}

export class AuditList {
  @ListOf(() => AuditEntryView, { max: 100 })
  items!: AuditEntryView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class AuditChainState {
  @Flag()
  whole!: boolean;

  @WholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER })
  entries!: number;

  @Text({
    max: 64,
    nullable: true,
    description: 'Hash of the newest entry: note it elsewhere to prove the log later',
  })
  head!: string | null;

  @WholeNumber({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
    description: 'The first entry that does not follow',
  })
  brokenAt!: number | null;

  @Text({ max: 200, nullable: true })
  reason!: string | null;
}
