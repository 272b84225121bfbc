import type { OutboxMessage } from '#platform';

/** What notifications promises itself: names and ids. */
export const notificationsMessages = {
  /**
   * The promise to send a message has the message's own id, so that whoever sends an earlier one to the same address finds it.
   * `invitationId` where the mail carries the link of an invitation, which is written in only as it is sent.
   */
  messageSend: (messageId: string, invitationId: string | null): OutboxMessage => ({
    id: messageId,
    type: 'message.send',
    payload: { messageId, invitationId },
  }),
};
