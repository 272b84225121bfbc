import type { OutboxMessage } from '#platform';

/** What is told to a person of their own account's safety, whoever did it. */
export const securityEvents = [
  'totp_added',
  'totp_removed',
  'passkey_added',
  'passkey_removed',
  'recovery_codes_made',
  'recovery_code_used',
  'factors_reset',
  'password_changed',
  'password_reset',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

/** What identity promises to be told about: names and ids. */
export const identityMessages = {
  memberInvited: (invitationId: string): OutboxMessage => ({
    type: 'member.invited',
    payload: { invitationId },
  }),
  organisationRefused: (organisationId: string): OutboxMessage => ({
    type: 'organisation.refused',
    payload: { organisationId },
  }),
  securityChanged: (personId: string, event: SecurityEvent, at: Date): OutboxMessage => ({
    type: 'security.changed',
    payload: { personId, event, at: at.toISOString() },
  }),
  /** Announced for whatever address was given, so that the time it takes tells nothing. */
  passwordResetAsked: (passwordResetId: string): OutboxMessage => ({
    type: 'password.reset_asked',
    payload: { passwordResetId },
  }),
};
