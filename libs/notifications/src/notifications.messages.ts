import type { OutboxMessage } from '#platform';

/** What notifications promises itself: names and ids. */
export const notificationsMessages = {
  /** `invitationId` where the mail carries the link of an invitation, which is written in only as it is sent. */
  messageSend: (messageId: string, invitationId: string | null): OutboxMessage => ({
    type: 'message.send',
    payload: { messageId, invitationId },
  }),
};
