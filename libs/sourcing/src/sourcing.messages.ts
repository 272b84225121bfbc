import type { OutboxMessage } from '#platform';

/** What sourcing promises to be told about or to do later: names and ids. */
export const sourcingMessages = {
  requestPublished: (requestId: string): OutboxMessage => ({
    type: 'request.published',
    payload: { requestId },
  }),
  /** Due when the deadline passes; closes the request then. */
  requestDeadline: (requestId: string, deadline: Date): OutboxMessage => ({
    type: 'request.deadline',
    payload: { requestId },
    availableAt: deadline,
  }),
  requestClosed: (requestId: string): OutboxMessage => ({ type: 'request.closed', payload: { requestId } }),
  requestCancelled: (requestId: string): OutboxMessage => ({
    type: 'request.cancelled',
    payload: { requestId },
  }),
  requestUnawarded: (requestId: string): OutboxMessage => ({
    type: 'request.unawarded',
    payload: { requestId },
  }),
  approvalAsked: (requestId: string): OutboxMessage => ({
    type: 'request.approval_asked',
    payload: { requestId },
  }),
  cooperativeInvited: (requestId: string, cooperativeId: string): OutboxMessage => ({
    type: 'request.invited',
    payload: { requestId, cooperativeId },
  }),
};
