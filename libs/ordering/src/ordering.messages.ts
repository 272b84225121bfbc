import type { OutboxMessage } from '#platform';

/** What ordering promises to be told about: names and ids. */
export const orderingMessages = {
  orderIssued: (orderId: string): OutboxMessage => ({ type: 'order.issued', payload: { orderId } }),
  orderAccepted: (orderId: string): OutboxMessage => ({ type: 'order.accepted', payload: { orderId } }),
  orderRejected: (orderId: string): OutboxMessage => ({ type: 'order.rejected', payload: { orderId } }),
  orderCancelled: (orderId: string): OutboxMessage => ({ type: 'order.cancelled', payload: { orderId } }),
  /** Someone asked for documents that had failed. */
  documentsAsked: (orderId: string): OutboxMessage => ({
    type: 'order.documents_asked',
    payload: { orderId },
  }),
  documentsReady: (orderId: string): OutboxMessage => ({
    type: 'order.documents_ready',
    payload: { orderId },
  }),
};
