import type { OutboxMessage } from '#platform';

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
};
