import { defineErrors } from './domain-error.js';

/** Codes that every context shares. */
export const errors = defineErrors({
  not_found: [404, 'There is nothing here that you can see.'],
  invalid_input: [422, 'Some of what was sent does not fit. See errors for where and why.'],
  not_signed_in: [401, 'Sign in first, or send an API key.'],
  not_permitted: [403, 'Your role in this organisation does not include this.'],
  csrf_token_missing: [403, 'Changes made with a session need its token in the X-CSRF-Token header.'],
  version_required: [
    428,
    'Send If-Match with the ETag of what you read, so that no one’s change is overwritten.',
  ],
  version_conflict: [412, 'Someone changed this since you read it. Read it again, then repeat your change.'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used before with another body.'],
  already_exists: [409, 'There is one already.'],
  in_use: [409, 'Something else still refers to this.'],
  wrong_state: [409, 'That cannot be done in the present state.'],
  too_many_requests: [429, 'Too many requests. Wait a little, then try again.'],
  media_type_unknown: [415, 'Send JSON, as Content-Type: application/json.'],
  upload_too_large: [413, 'The file is larger than is accepted here.'],
  upload_missing: [422, 'Send one file as multipart/form-data in the field “file”.'],
  upload_unreadable: [422, 'The form that was sent ends too early or is no multipart/form-data.'],
  upload_type_refused: [415, 'A file of this type is not accepted here.'],
  rate_unknown: [409, 'There is no exchange rate for this currency yet. An administrator can enter one.'],
});
