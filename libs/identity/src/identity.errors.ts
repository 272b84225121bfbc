import { defineErrors } from '#platform';

export const identityErrors = defineErrors({
  credentials_wrong: [401, 'E-mail address and password do not fit together.'],
  sign_in_throttled: [429, 'Too many failed attempts. Wait, then try again.'],
  second_factor_needed: [401, 'The password is right. Now prove your second factor.'],
  second_factor_required: [
    403,
    'This organisation asks its people for a second factor. Set one up, or prove yours, then go on.',
  ],
  step_up_required: [403, 'Prove once more that it is you, then repeat this.'],
  code_wrong: [401, 'This code is not right, or was used before.'],
  passkey_wrong: [401, 'This passkey is not known here, or its answer does not fit.'],
  sign_in_expired: [401, 'This took too long. Begin again.'],
  factor_first: [409, 'Prove a second factor of your own in this session first.'],
  factor_of_others_too: [
    409,
    'This person also works for others. An administrator of the portal can help them.',
  ],
  password_reset_invalid: [404, 'This link is not valid any more. Ask for a new one.'],
  password_weak: [422, 'Choose a longer password that is not easily guessed.'],
  invitation_invalid: [404, 'This invitation is not valid any more. Ask for a new one.'],
  role_not_of_this_kind: [422, 'These roles do not belong to this kind of organisation.'],
  organisation_not_admitted: [403, 'This organisation has not been admitted yet.'],
  organisation_not_chosen: [403, 'Choose an organisation first.'],
  last_of_its_role: [409, 'An organisation keeps at least one person who can manage it.'],
  scope_beyond_role: [422, 'An API key can do no more than its maker.'],
});
