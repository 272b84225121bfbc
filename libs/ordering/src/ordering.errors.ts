import { defineErrors } from '#platform';

/** Codes of this context; the triggers of its tables refuse with the same. */
export const orderingErrors = defineErrors({
  document_pending: [409, 'This document is still being made. Ask again in a moment.'],
  document_failed: [
    409,
    'This document could not be made. It is tried again by itself for some minutes; the buyer can ask for another try at any time.',
  ],
  documents_not_failed: [409, 'No document of this order has failed, so there is nothing to try again.'],
  document_unavailable: [
    503,
    'The stored file is missing or not the one that was made, so it is not handed out. Tell whoever runs this portal.',
  ],
});
