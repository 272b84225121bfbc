import type { SecurityEvent } from '#identity';

/** What is told to a person when their ways in have changed. */
export const securityWords: Record<SecurityEvent, { subject: string; what: string }> = {
  totp_added: {
    subject: 'An authenticator app was added to your account',
    what: 'An authenticator app was set up as your second factor for Weftway.',
  },
  totp_removed: {
    subject: 'The authenticator app was removed from your account',
    what: 'The authenticator app is no longer a second factor for your account.',
  },
  passkey_added: {
    subject: 'A passkey was added to your account',
    what: 'A new passkey can sign in to your account.',
  },
  passkey_removed: {
    subject: 'A passkey was removed from your account',
    what: 'A passkey can no longer sign in to your account.',
  },
  recovery_codes_made: {
    subject: 'New recovery codes for your account',
    what: 'New recovery codes were made. Earlier ones are no longer good.',
  },
  recovery_code_used: {
    subject: 'A recovery code was used',
    what: 'One of your recovery codes was used in place of your second factor. It is no longer good.',
  },
  factors_reset: {
    subject: 'Your second factor was taken away',
    what: 'Someone who looks after your organisation or this portal removed your second factors, as is done when a phone is lost. You are signed out everywhere.',
  },
  password_changed: {
    subject: 'Your password was changed',
    what: 'The password of your account was changed, and every other session has ended.',
  },
  password_reset: {
    subject: 'Your password was set anew',
    what: 'The password of your account was set anew by a link from a mail, and every session has ended.',
  },
};
