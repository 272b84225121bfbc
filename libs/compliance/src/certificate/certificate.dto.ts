import {
  CountryCode,
  Day,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  PageQuery,
  Text,
  Uuid,
  WholeNumber,
} from '#platform';
import { CriterionView, SchemeRef } from '../scheme/scheme.dto.js';
import { certificateStates, type CertificateState } from './certificate.rules.js';

export const verdicts = ['met', 'partly_met', 'not_met', 'not_applicable'] as const;
export type Verdict = (typeof verdicts)[number];

export const acts = [
  'propose_grant',
  'propose_refusal',
  'return',
  'ask_action',
  'grant',
  'refuse',
  'suspend',
  'lift',
  'withdraw',
] as const;
export type Act = (typeof acts)[number];

export class PartyRef {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Kiondo Weavers Cooperative' })
  name!: string;

  @CountryCode()
  country!: string;
}

export class PersonRef {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Mercy Odhiambo' })
  name!: string;
}

export class NewCertificate {
  @Uuid({ description: 'The scheme that the certificate is by' })
  schemeId!: string;

  @Uuid({ description: 'The assurance body that is asked to review it' })
  assuranceId!: string;

  @Text({
    max: 1000,
    example: 'Weaving of sisal baskets in Machakos, 42 makers',
    description: 'What it covers',
  })
  scope!: string;

  @Text({
    max: 100,
    optional: true,
    nullable: true,
    example: 'WFTO-2291',
    description: 'The number that the scheme’s owner gave',
  })
  externalNumber?: string | null;
}

export class CertificateQuery extends PageQuery {
  @OneOf(certificateStates, { optional: true })
  state?: CertificateState;
}

export class ReviewQueueQuery extends PageQuery {
  @OneOf(certificateStates.filter((state) => state !== 'draft'), {
    optional: true,
    description: 'Without it: what is open (submitted, in_review, action_required, proposed)',
  })
  state?: CertificateState;

  @Uuid({ optional: true })
  schemeId?: string;

  @Text({ max: 100, optional: true, description: 'Part of the cooperative’s name, or the reference' })
  search?: string;

  @WholeNumber({ min: 0, max: 3650, optional: true, description: 'Submitted at least so many days ago' })
  olderThanDays?: number;
}

export class ExpiryQuery extends PageQuery {
  @Day({ optional: true, description: 'First last day of validity; today when absent' })
  from?: string;

  @Day({ optional: true, description: 'Last last day of validity; 90 days from today when absent' })
  to?: string;
}

/** The text fields beside the file. */
export class EvidenceFields {
  @Text({ max: 40, optional: true, example: '5', description: 'The criterion that it speaks to' })
  criterionCode?: string;

  @Text({ max: 1000, optional: true, example: 'Wage records, January to March' })
  note?: string;
}

export class EvidenceView {
  @Uuid()
  fileId!: string;

  @Text({ max: 255 })
  name!: string;

  @Text({ max: 100, example: 'application/pdf' })
  mediaType!: string;

  @WholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Bytes' })
  size!: number;

  @Text({ max: 64, description: 'SHA-256 of the content in hex' })
  sha256!: string;

  @Text({ max: 40, nullable: true })
  criterionCode!: string | null;

  @Text({ max: 1000, nullable: true })
  note!: string | null;

  @Instant()
  addedAt!: string;
}

export class FindingView {
  @Text({ max: 40 })
  criterionCode!: string;

  @OneOf(verdicts)
  verdict!: Verdict;

  @Text({ max: 2000, nullable: true })
  note!: string | null;

  @Instant()
  checkedAt!: string;
}

export class DecisionView {
  @OneOf(acts)
  act!: Act;

  @Text({ max: 2000, nullable: true })
  reason!: string | null;

  @Instant()
  decidedAt!: string;
}

class CertificateFacts {
  @Uuid()
  id!: string;

  @Text({ max: 20, example: 'C-2026-000012' })
  reference!: string;

  @Nested(() => SchemeRef)
  scheme!: SchemeRef;

  @OneOf(certificateStates, { description: 'A certificate past its last day is expired' })
  state!: CertificateState;

  @Text({ max: 1000 })
  scope!: string;

  @Text({ max: 100, nullable: true })
  externalNumber!: string | null;

  @Day({ nullable: true })
  validFrom!: string | null;

  @Day({ nullable: true, description: 'The last day that it is valid' })
  validUntil!: string | null;

  @Instant({ nullable: true })
  submittedAt!: Date | null;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

/** A certificate in its cooperative's list. */
export class CertificateRow extends CertificateFacts {
  @Nested(() => PartyRef)
  assurance!: PartyRef;

  @Instant()
  createdAt!: Date;
}

export class CertificateList {
  @ListOf(() => CertificateRow, { max: 100 })
  items!: CertificateRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** A certificate as its cooperative sees it. */
export class CertificateView extends CertificateRow {
  @ListOf(() => CriterionView, { max: 200 })
  criteria!: CriterionView[];

  @ListOf(() => EvidenceView, { max: 100 })
  evidence!: EvidenceView[];

  @ListOf(() => FindingView, { max: 200, description: 'Shown once action is asked for or it is decided' })
  findings!: FindingView[];

  @ListOf(() => DecisionView, { max: 1000, description: 'Oldest first; a proposal is no decision' })
  decisions!: DecisionView[];
}

/** A certificate in the review queue. */
export class ReviewRow extends CertificateFacts {
  @Nested(() => PartyRef)
  cooperative!: PartyRef;

  @WholeNumber({ min: 0, max: 100 })
  evidenceFiles!: number;
}

export class ReviewQueue {
  @ListOf(() => ReviewRow, { max: 100 })
  items!: ReviewRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class ReviewedFinding extends FindingView {
  @Nested(() => PersonRef)
  checkedBy!: PersonRef;
}

export class ReviewedDecision extends DecisionView {
  @Nested(() => PersonRef)
  decidedBy!: PersonRef;
}

/** A certificate as the assuring body sees it. */
export class ReviewView extends ReviewRow {
  @OneOf(['grant', 'refuse'], { nullable: true })
  proposedVerdict!: 'grant' | 'refuse' | null;

  @Nested(() => PersonRef, { nullable: true })
  proposedBy!: PersonRef | null;

  @Nested(() => PersonRef, { nullable: true })
  decidedBy!: PersonRef | null;

  @Text({ max: 2000, nullable: true })
  suspensionReason!: string | null;

  @Flag({ description: 'Whether whoever asks may judge: neither of the cooperative nor in conflict with it' })
  mayJudge!: boolean;

  @ListOf(() => CriterionView, { max: 200 })
  criteria!: CriterionView[];

  @ListOf(() => EvidenceView, { max: 100 })
  evidence!: EvidenceView[];

  @ListOf(() => ReviewedFinding, { max: 200 })
  findings!: ReviewedFinding[];

  @ListOf(() => ReviewedDecision, { max: 1000, description: 'Oldest first' })
  decisions!: ReviewedDecision[];
}

export class Reason {
  @Text({ max: 2000, example: 'Please send the wage records of the last quarter' })
  reason!: string;
}

export class CriterionFinding {
  @Text({ max: 40, example: '5' })
  criterionCode!: string;

  @OneOf(verdicts, { nullable: true, description: 'Null takes back what was noted' })
  verdict!: Verdict | null;

  @Text({
    max: 2000,
    optional: true,
    nullable: true,
    example: 'Records for the home-based makers are missing',
  })
  note?: string | null;

  @Instant({
    optional: true,
    nullable: true,
    description:
      'When the finding that this one replaces was noted, as you read it; null where there was none. If another officer has noted this criterion since, the change is refused. Absent: it replaces whatever is there',
  })
  replaces?: string | null;
}

export class NewFindings {
  @ListOf(() => CriterionFinding, { min: 1, max: 500 })
  findings!: CriterionFinding[];
}

export class NewProposal {
  @OneOf(['grant', 'refuse'])
  verdict!: 'grant' | 'refuse';

  @Text({
    max: 2000,
    optional: true,
    nullable: true,
    description: 'Needed for a refusal; the cooperative reads it',
  })
  reason?: string | null;

  @Day({ optional: true, nullable: true, description: 'For a grant; today when absent' })
  validFrom?: string | null;

  @Day({ optional: true, nullable: true, description: 'For a grant; the scheme’s months later when absent' })
  validUntil?: string | null;
}

export class ExpiryRow {
  @Uuid()
  id!: string;

  @Text({ max: 20 })
  reference!: string;

  @Nested(() => SchemeRef)
  scheme!: SchemeRef;

  @Nested(() => PartyRef)
  cooperative!: PartyRef;

  @OneOf(certificateStates)
  state!: CertificateState;

  @Day()
  validUntil!: string;

  @WholeNumber({ min: -100_000, max: 100_000, description: 'Days left after today' })
  daysLeft!: number;
}

export class ExpiryList {
  @ListOf(() => ExpiryRow, { max: 100 })
  items!: ExpiryRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** How many certificates end in a month. */
export class ExpiryMonth {
  @Text({ max: 7, example: '2027-01' })
  month!: string;

  @WholeNumber({ min: 1, max: 1_000_000_000 })
  count!: number;
}

export class ExpiryMonthList {
  @ListOf(() => ExpiryMonth, { max: 12 })
  items!: ExpiryMonth[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** What anyone may know of a certificate. */
export class CertificateCheck {
  @Text({ max: 40, example: 'C-2026-000012' })
  reference!: string;

  @OneOf(['granted', 'suspended', 'withdrawn', 'expired', 'unknown'])
  state!: 'granted' | 'suspended' | 'withdrawn' | 'expired' | 'unknown';

  @Text({ max: 200, nullable: true })
  scheme!: string | null;

  @Text({ max: 200, nullable: true })
  cooperative!: string | null;

  @Day({ nullable: true })
  validFrom!: string | null;

  @Day({ nullable: true })
  validUntil!: string | null;
}

export class AssuranceBodyList {
  @ListOf(() => PartyRef, { max: 100 })
  items!: PartyRef[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
