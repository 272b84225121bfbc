import { defineErrors } from '#platform';

export const identityErrors = defineErrors({
  credentials_wrong: [401, 'E-mail address and password do not fit together.'],
  sign_in_throttled: [429, 'Too many failed attempts. Wait, then try again.'],
  password_weak: [422, 'Choose a longer password that is not easily guessed.'],
  invitation_invalid: [404, 'This invitation is not valid any more. Ask for a new one.'],
  role_not_of_this_kind: [422, 'These roles do not belong to this kind of organisation.'],
  organisation_not_admitted: [403, 'This organisation has not been admitted yet.'],
  organisation_not_chosen: [403, 'Choose an organisation first.'],
  last_of_its_role: [409, 'An organisation keeps at least one person who can manage it.'],
  scope_beyond_role: [422, 'An API key can do no more than its maker.'],
});
