/** Routes that answer everyone of their kind alike, by design, and why that is right. */
export const shared: Readonly<Record<string, string>> = {
  'GET /v1/buyer/cooperatives': 'the directory: what cooperatives show of themselves',
  'GET /v1/buyer/cooperatives/{id}': 'the directory: what cooperatives show of themselves',
  'GET /v1/buyer/request-template': 'an empty sheet, the same for all',
  'GET /v1/cooperative/assurance-bodies': 'whom a cooperative may choose to be judged by',
};

/** Questions that are closed by any answer, whoever gives it: whoever holds the question's secret may spoil it, and gains nothing. */
export const closedByAnyAnswer: ReadonlySet<string> = new Set([
  'POST /v1/account/session/passkey-proof',
  'POST /v1/account/factors/passkeys',
]);
