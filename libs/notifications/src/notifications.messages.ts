import type { OutboxMessage } from '#platform';

/** The secret link that a mail carries, by what it is of: written in only as it is sent. */
export interface SecretLink {
  invitationId?: string;
  passwordResetId?: string;
}

/** What notifications promises itself: names and ids. */
export const notificationsMessages = {
  /**
   * The promise to send a message has the message's own id, so that whoever sends an earlier one to the same address finds it.
   */
  messageSend: (messageId: string, link: SecretLink = {}): OutboxMessage => ({
    id: messageId,
    type: 'message.send',
    payload: { messageId, ...link },
  }),
};
