import { Instant, ListOf, OneOf, Text, Uuid } from '#platform';

export const workKinds = [
  'request_draft',
  'request_to_approve',
  'request_to_award',
  'award_draft',
  'award_to_approve',
  'order_unanswered',
  'document_failed',
  'request_to_answer',
  'quote_to_send',
  'quote_to_confirm',
  'order_to_answer',
  'certificate_to_mend',
  'certificate_ending',
  'certificate_to_take_up',
  'certificate_to_review',
  'certificate_to_confirm',
  'organisation_to_admit',
  'job_failed',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** One thing that waits for whoever asks. */
export class WorkItem {
  @OneOf(workKinds, { description: 'What is to be done' })
  kind!: WorkKind;

  @Uuid({ description: 'Of what it is about' })
  id!: string;

  @Text({ max: 40, example: 'SR-2026-000123', nullable: true })
  reference!: string | null;

  @Text({ max: 300, example: 'Autumn storage baskets' })
  title!: string;

  @Text({ max: 200, nullable: true, description: 'The other party, where there is one' })
  party!: string | null;

  @Instant({ nullable: true, description: 'Until when it is to be done; null where nothing presses' })
  due!: Date | null;

  @Instant({ description: 'Since when it waits' })
  since!: Date;
}

export class WorkList {
  @ListOf(() => WorkItem, { max: 200, description: 'Soonest due first, then what has waited longest' })
  items!: WorkItem[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
