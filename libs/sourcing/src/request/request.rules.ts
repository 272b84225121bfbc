import { exact, type FieldError, lineAmountMinor, type Transitions } from '#platform';

export const requestStates = [
  'draft',
  'awaiting_approval',
  'open',
  'closed',
  'awarded',
  'unawarded',
  'cancelled',
] as const;
export type RequestState = (typeof requestStates)[number];
export type RequestEvent =
  'ask_approval' | 'publish' | 'return' | 'close' | 'cancel' | 'award' | 'end_without_award';

/** The same table is held by the trigger `request_moves`. */
export const requestTransitions: Transitions<RequestState, RequestEvent> = {
  draft: { ask_approval: 'awaiting_approval', publish: 'open', cancel: 'cancelled' },
  awaiting_approval: { publish: 'open', return: 'draft', cancel: 'cancelled' },
  open: { close: 'closed', cancel: 'cancelled' },
  closed: { award: 'awarded', end_without_award: 'unawarded' },
  awarded: {},
  unawarded: {},
  cancelled: {},
};

/** The state as the clock has it: open ends at the deadline, whether or not a worker has written it down. */
export function stateNow(request: { state: RequestState; deadline: Date | null }, now: Date): RequestState {
  return request.state === 'open' && request.deadline !== null && request.deadline <= now
    ? 'closed'
    : request.state;
}

/** What a draft lacks before cooperatives may see it. */
export function whatPublicationLacks(
  request: { deadline: Date | null; lines: number; invited: number; deliverBy: string | null },
  now: Date,
): FieldError[] {
  const lacks: FieldError[] = [];
  if (request.lines === 0) {
    lacks.push({
      pointer: '/lines',
      code: 'lines_missing',
      detail: 'Add at least one line, or import a sheet.',
    });
  }
  if (request.invited === 0) {
    lacks.push({
      pointer: '/invitations',
      code: 'invitations_missing',
      detail: 'Invite at least one cooperative.',
    });
  }
  if (request.deadline === null) {
    lacks.push({
      pointer: '/deadline',
      code: 'deadline_missing',
      detail: 'Say until when quotes are welcome.',
    });
  } else if (request.deadline <= now) {
    lacks.push({
      pointer: '/deadline',
      code: 'deadline_in_the_past',
      detail: 'The deadline has passed. Set a later one.',
    });
  }
  if (
    request.deliverBy !== null &&
    request.deadline !== null &&
    request.deliverBy < request.deadline.toISOString().slice(0, 10)
  ) {
    lacks.push({
      pointer: '/deliverBy',
      code: 'delivery_before_deadline',
      detail: 'Delivery cannot be due before the deadline for quotes.',
    });
  }
  return lacks;
}

/**
 * What a request is worth at the buyer's target prices, in minor units; null without any target price, since then nobody
 * knows yet. The award is weighed against the limit in any case.
 */
export function estimateMinor(
  lines: readonly { quantity: string; targetUnitPrice: string | null }[],
  currency: string,
): bigint | null {
  const priced = lines.filter(
    (line): line is { quantity: string; targetUnitPrice: string } => line.targetUnitPrice !== null,
  );
  return priced.length === 0
    ? null
    : priced.reduce(
        (sum, line) =>
          sum +
          lineAmountMinor(
            { quantity: line.quantity, unitPrice: line.targetUnitPrice, priceBaseQuantity: '1' },
            currency,
          ),
        0n,
      );
}

/** Whether quantities of pieces, pairs and sets are whole: nobody makes half a basket. */
export function fractionsOfPieces(lines: readonly { quantity: string; unitCode: string }[]): FieldError[] {
  return lines.flatMap((line, index) =>
    ['C62', 'PR', 'SET'].includes(line.unitCode) && !exact(line.quantity).isInteger()
      ? [
          {
            pointer: `/lines/${index}/quantity`,
            code: 'quantity_not_whole',
            detail: 'Pieces, pairs and sets are counted in whole numbers.',
          },
        ]
      : [],
  );
}
