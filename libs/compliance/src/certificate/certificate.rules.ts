import { errors, nextState, type Transitions } from '#platform';
import { complianceErrors } from '../compliance.errors.js';

export const certificateStates = [
  'draft',
  'submitted',
  'in_review',
  'action_required',
  'proposed',
  'granted',
  'refused',
  'suspended',
  'withdrawn',
  'expired',
] as const;
export type CertificateState = (typeof certificateStates)[number];

export type CertificateEvent =
  | 'submit'
  | 'review'
  | 'ask_action'
  | 'propose'
  | 'return'
  | 'grant'
  | 'refuse'
  | 'suspend'
  | 'lift'
  | 'withdraw'
  | 'expire';

/** What a certificate is called, such as `C-2026-000012`. */
export const certificateReference = /^C-[0-9]{4}-[0-9]{6,12}$/;

/** Held by `certificate_moves` in the database too. */
export const certificateTransitions: Transitions<CertificateState, CertificateEvent> = {
  draft: { submit: 'submitted' },
  submitted: { review: 'in_review' },
  in_review: { ask_action: 'action_required', propose: 'proposed' },
  action_required: { submit: 'in_review' },
  proposed: { return: 'in_review', grant: 'granted', refuse: 'refused' },
  granted: { suspend: 'suspended', withdraw: 'withdrawn', expire: 'expired' },
  suspended: { lift: 'granted', withdraw: 'withdrawn', expire: 'expired' },
  refused: {},
  withdrawn: {},
  expired: {},
};

/** Where an event leads, or a refusal that says what is possible instead. */
export function certificateAfter(from: CertificateState, event: CertificateEvent): CertificateState {
  return nextState(certificateTransitions, from, event, 'certificate');
}

/** What waits for someone of the assuring body or of the cooperative. */
export const openStates: readonly CertificateState[] = [
  'submitted',
  'in_review',
  'action_required',
  'proposed',
];

/** In which findings are shown to the cooperative: once action is asked for or it is decided, not while it is weighed. */
export const findingsShownIn: readonly CertificateState[] = [
  'action_required',
  'granted',
  'refused',
  'suspended',
  'withdrawn',
  'expired',
];

const evidenceAddedIn: readonly CertificateState[] = ['draft', 'submitted', 'in_review', 'action_required'];
const evidenceRemovedIn: readonly CertificateState[] = ['draft', 'action_required'];
const evidenceMost = 100;

export function evidenceCanBeAdded(state: CertificateState, files: number): void {
  if (!evidenceAddedIn.includes(state)) {
    throw complianceErrors.evidence_closed({ extra: { state } });
  }
  if (files >= evidenceMost) {
    throw complianceErrors.evidence_too_many();
  }
}

export function evidenceCanBeRemoved(state: CertificateState): void {
  if (!evidenceRemovedIn.includes(state)) {
    throw complianceErrors.evidence_closed({ extra: { state } });
  }
}

export function findingsCanBeNoted(state: CertificateState): void {
  if (state !== 'in_review') {
    throw complianceErrors.findings_closed({ extra: { state } });
  }
}

/** Whoever judges is neither of the cooperative nor in conflict with it. */
export function judgeIsIndependent(judge: { ofCooperative: boolean; inConflict: boolean }): void {
  if (judge.ofCooperative) {
    throw complianceErrors.judge_of_own_cooperative();
  }
  if (judge.inConflict) {
    throw complianceErrors.judge_in_conflict();
  }
}

/** A grant rests on evidence, and on no criterion that was found not met. */
export function grantIsFounded(grounds: { evidenceFiles: number; criteriaNotMet: readonly string[] }): void {
  if (grounds.evidenceFiles === 0) {
    throw complianceErrors.evidence_missing();
  }
  if (grounds.criteriaNotMet.length > 0) {
    throw complianceErrors.criterion_not_met({
      detail: `Found not met: ${grounds.criteriaNotMet.join(', ')}. Ask for action, or propose a refusal.`,
      extra: { criteria: grounds.criteriaNotMet },
    });
  }
}

export function twoPeopleDecide(proposedBy: string | null, confirmedBy: string): void {
  if (proposedBy === confirmedBy) {
    throw complianceErrors.proposer_cannot_confirm();
  }
}

/** Days from when to when a certificate is valid, `yyyy-mm-dd`, both included. */
export interface Term {
  validFrom: string;
  validUntil: string;
}

/** The term that is proposed: from today and for the scheme's months unless said otherwise. */
export function termOf(
  asked: { validFrom?: string | null; validUntil?: string | null },
  monthsValid: number,
  today: string,
): Term {
  const validFrom = asked.validFrom ?? today;
  const validUntil = asked.validUntil ?? monthsLater(validFrom, monthsValid);
  if (validUntil <= validFrom) {
    throw wrongTerm('A certificate ends after the day it begins.');
  }
  if (validUntil < today) {
    throw wrongTerm('This last day is over already. Give one to come.');
  }
  return { validFrom, validUntil };
}

export function termIsNotOver(validUntil: string | null, today: string): void {
  if (validUntil === null || validUntil < today) {
    throw complianceErrors.term_over();
  }
}

/** The same day so many months later; the month's last where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const firstOfMonth = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  firstOfMonth.setUTCDate(Math.min(date, lastDate));
  return firstOfMonth.toISOString().slice(0, 10);
}

function wrongTerm(detail: string): Error {
  return errors.invalid_input({ errors: [{ pointer: '/validUntil', code: 'term', detail }] });
}
