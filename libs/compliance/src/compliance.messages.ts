import type { OutboxMessage } from '#platform';

/** What compliance promises to be told about: names and ids. */
export const complianceMessages = {
  certificateSubmitted: (certificateId: string): OutboxMessage => ({
    type: 'certificate.submitted',
    payload: { certificateId },
  }),
  /** Anything the cooperative is to hear: granted, refused, action asked for, reinstated, withdrawn. Its state tells which. */
  certificateDecided: (certificateId: string): OutboxMessage => ({
    type: 'certificate.decided',
    payload: { certificateId },
  }),
  certificateSuspended: (certificateId: string): OutboxMessage => ({
    type: 'certificate.suspended',
    payload: { certificateId },
  }),
  /** Promised at the grant for the day after the last valid one. */
  certificateExpires: (certificateId: string, availableAt: Date): OutboxMessage => ({
    type: 'certificate.expires',
    payload: { certificateId },
    availableAt,
  }),
};
