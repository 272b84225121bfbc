import type { OutboxMessage } from '#platform';

/** What quoting promises to be told about: names and ids. */
export const quotingMessages = {
  quoteSubmitted: (quoteId: string): OutboxMessage => ({ type: 'quote.submitted', payload: { quoteId } }),
  quoteWithdrawn: (quoteId: string): OutboxMessage => ({ type: 'quote.withdrawn', payload: { quoteId } }),
  quoteDeclined: (quoteId: string): OutboxMessage => ({ type: 'quote.declined', payload: { quoteId } }),
  awardApprovalAsked: (awardId: string): OutboxMessage => ({
    type: 'award.approval_asked',
    payload: { awardId },
  }),
};
