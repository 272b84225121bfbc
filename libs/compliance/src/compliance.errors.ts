import { defineErrors } from '#platform';

export const complianceErrors = defineErrors({
  evidence_closed: [
    409,
    'Evidence is added before the decision is proposed, and taken away only from a draft or when action is asked for.',
  ],
  evidence_missing: [
    409,
    'A certificate is granted on evidence, and there is no file yet. Ask the cooperative for one.',
  ],
  evidence_too_many: [409, 'A certificate carries at most 100 files of evidence. Take one away first.'],
  criterion_not_met: [
    409,
    'A criterion was found not met, so this cannot be granted. Ask for action, or propose a refusal.',
  ],
  findings_closed: [409, 'Findings are noted while the certificate is in review.'],
  finding_changed: [
    409,
    'Another officer has noted one of these criteria since you read it. Look at theirs, then note yours again.',
  ],
  proposer_cannot_confirm: [409, 'Two people decide: whoever proposed cannot confirm. Ask another officer.'],
  judge_of_own_cooperative: [
    409,
    'Nobody judges a cooperative that they belong or belonged to. Leave it to another officer.',
  ],
  judge_in_conflict: [
    409,
    'You declared a conflict of interest with this cooperative. Leave it to another officer.',
  ],
  term_over: [409, 'The proposed validity is over already. Return the proposal and make a new one.'],
});
