import { defineErrors } from '#platform';

/** Codes of this context; the triggers of its tables refuse with the same. */
export const quotingErrors = defineErrors({
  request_not_open: [409, 'Quotes are accepted only while the request is open.'],
  quote_on_former_revision: [
    409,
    'The request has changed since this draft was saved. Look at what is asked now, save the quote again, then submit it.',
  ],
  quote_without_lines: [422, 'A quote has at least one line.'],
  partial_quote_not_welcome: [422, 'This request asks for every line in its full quantity.'],
  nothing_to_submit: [409, 'There is no new draft: what stands is submitted already. Save a draft first.'],

  prices_are_sealed: [409, 'Prices stay sealed until the request is closed.'],
  award_already_made: [409, 'This request has been awarded already.'],
  award_in_progress: [
    409,
    'An award of this request is being prepared already. Change that one, or reject it first.',
  ],
  award_needs_approval: [409, 'This award is above the limit, so an approver confirms it.'],
  approval_not_needed: [409, 'This award is within the limit: confirm it, no approval is needed.'],
  approver_is_proposer: [409, 'Whoever proposed an award cannot approve it. Ask another approver.'],
  award_without_allocations: [422, 'An award allocates at least one line.'],
  award_breaks_rules: [422, 'This award breaks several rules. See errors for where and why.'],

  not_of_this_request: [422, 'A line or quote is not of this request.'],
  line_not_quoted: [422, 'The cooperative did not quote on this line.'],
  allocated_twice: [422, 'The same line is given to the same quote twice.'],
  award_above_quote: [422, 'More is given than was offered.'],
  award_below_minimum: [422, 'Less is given than the cooperative makes at the least.'],
  award_above_request: [422, 'More is given than was asked.'],
  split_not_welcome: [422, 'The request welcomes no split.'],
  quote_not_current: [409, 'The quote does not stand any more.'],
  quote_stale: [409, 'The quote is on a former revision of the request.'],
  quote_expired: [409, 'The quote is not valid any more.'],
  award_price_differs: [409, 'The price is not the quoted one. Save the allocations again.'],
  certificate_missing: [409, 'A required certificate is missing.'],
});
