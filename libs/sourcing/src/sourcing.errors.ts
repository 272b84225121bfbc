import { defineErrors } from '#platform';

export const sourcingErrors = defineErrors({
  request_not_ready: [422, 'The request cannot be published yet. See errors for what it lacks.'],
  request_not_draft: [409, 'Only a draft can be changed. What was published stays as it is.'],
  request_not_open: [409, 'The request is not open.'],
  request_not_closed: [409, 'An award follows the closing of its request, once.'],
  sheet_has_errors: [
    422,
    'Some cells of the sheet cannot be read. Nothing was imported; mend them and import again.',
  ],
  sheet_unreadable: [422, 'The file cannot be read as a sheet.'],
  approval_by_submitter: [409, 'Whoever submitted a request does not approve it. Ask another approver.'],
  deadline_not_later: [422, 'A deadline is extended to a later time than the present one.'],
  already_answered: [409, 'The invitation was answered already.'],
});
