import { describe, expect, it } from '@jest/globals';
import {
  certificateAfter,
  certificateStates,
  certificateTransitions,
  evidenceCanBeAdded,
  evidenceCanBeRemoved,
  findingsCanBeNoted,
  grantIsFounded,
  judgeIsIndependent,
  monthsLater,
  termIsNotOver,
  termOf,
  twoPeopleDecide,
} from './certificate.rules.js';

const code = (code: string): object => expect.objectContaining({ code });
const at = (pointer: string): object =>
  expect.objectContaining({ errors: [expect.objectContaining({ pointer })] });

describe('states of a certificate', () => {
  it('lead to a grant by proposal and confirmation alone', () => {
    const into = certificateStates.filter((from) =>
      Object.values(certificateTransitions[from]).includes('granted'),
    );
    expect(into).toEqual(['proposed', 'suspended']);
  });

  it('end with refusal, withdrawal and expiry', () => {
    const ends = certificateStates.filter((state) => Object.keys(certificateTransitions[state]).length === 0);
    expect(ends).toEqual(['refused', 'withdrawn', 'expired']);
  });

  it('come back to review by the cooperative’s answer', () => {
    expect(certificateAfter('draft', 'submit')).toBe('submitted');
    expect(certificateAfter('action_required', 'submit')).toBe('in_review');
  });

  it('refuse what does not fit and say what does', () => {
    expect(() => certificateAfter('in_review', 'grant')).toThrow(/Possible: ask action, propose/);
  });
});

describe('evidence', () => {
  it('is added until a decision is proposed', () => {
    for (const state of ['draft', 'submitted', 'in_review', 'action_required'] as const) {
      expect(() => evidenceCanBeAdded(state, 99)).not.toThrow();
    }
    for (const state of ['proposed', 'granted', 'refused', 'suspended', 'withdrawn', 'expired'] as const) {
      expect(() => evidenceCanBeAdded(state, 0)).toThrow(code('evidence_closed'));
    }
    expect(() => evidenceCanBeAdded('draft', 100)).toThrow(code('evidence_too_many'));
  });

  it('is taken away only where the cooperative has its turn', () => {
    expect(certificateStates.filter((state) => allows(() => evidenceCanBeRemoved(state)))).toEqual([
      'draft',
      'action_required',
    ]);
  });

  it('and findings carry a grant', () => {
    expect(() => grantIsFounded({ evidenceFiles: 1, criteriaNotMet: [] })).not.toThrow();
    expect(() => grantIsFounded({ evidenceFiles: 0, criteriaNotMet: [] })).toThrow(code('evidence_missing'));
    expect(() => grantIsFounded({ evidenceFiles: 3, criteriaNotMet: ['5', '8A'] })).toThrow(/5, 8A/);
  });

  it('is weighed while in review', () => {
    expect(certificateStates.filter((state) => allows(() => findingsCanBeNoted(state)))).toEqual([
      'in_review',
    ]);
  });
});

describe('judges', () => {
  it('are two', () => {
    expect(() => twoPeopleDecide('a', 'b')).not.toThrow();
    expect(() => twoPeopleDecide('a', 'a')).toThrow(code('proposer_cannot_confirm'));
  });

  it('are independent of the cooperative', () => {
    expect(() => judgeIsIndependent({ ofCooperative: false, inConflict: false })).not.toThrow();
    expect(() => judgeIsIndependent({ ofCooperative: true, inConflict: false })).toThrow(
      code('judge_of_own_cooperative'),
    );
    expect(() => judgeIsIndependent({ ofCooperative: false, inConflict: true })).toThrow(
      code('judge_in_conflict'),
    );
  });
});

describe('the term of a certificate', () => {
  it('is from today and for the months of the scheme unless said otherwise', () => {
    expect(termOf({}, 36, '2026-11-23')).toEqual({ validFrom: '2026-11-23', validUntil: '2029-11-23' });
    expect(termOf({ validFrom: '2026-12-01' }, 12, '2026-11-23').validUntil).toBe('2027-12-01');
    expect(termOf({ validUntil: '2027-01-31' }, 12, '2026-11-23').validUntil).toBe('2027-01-31');
  });

  it('ends after it begins and is not over', () => {
    expect(() => termOf({ validFrom: '2027-01-01', validUntil: '2027-01-01' }, 12, '2026-11-23')).toThrow(
      at('/validUntil'),
    );
    expect(() => termOf({ validFrom: '2025-01-01', validUntil: '2026-11-22' }, 12, '2026-11-23')).toThrow(
      at('/validUntil'),
    );
    expect(() => termIsNotOver('2026-11-23', '2026-11-23')).not.toThrow();
    expect(() => termIsNotOver('2026-11-22', '2026-11-23')).toThrow(code('term_over'));
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-08-31', 60, '2031-08-31'],
  ])('counts months: %s and %i is %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});

function allows(rule: () => void): boolean {
  try {
    rule();
    return true;
  } catch {
    return false;
  }
}
