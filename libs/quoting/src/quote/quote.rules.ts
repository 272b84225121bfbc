import { exact, type FieldError, nextState, type Transitions } from '#platform';
import { lineAmount, type PriceBreak } from './pricing.rules.js';

export const quoteStates = [
  'draft',
  'submitted',
  'withdrawn',
  'awarded',
  'partly_awarded',
  'declined',
  'lapsed',
] as const;
export type QuoteState = (typeof quoteStates)[number];
type QuoteEvent = 'revise' | 'submit' | 'withdraw' | 'award' | 'award_partly' | 'decline' | 'lapse';

/** A submitted quote that is revised stays submitted on its former revision until the new one is. */
export const quoteTransitions: Transitions<QuoteState, QuoteEvent> = {
  draft: { revise: 'draft', submit: 'submitted' },
  submitted: {
    revise: 'submitted',
    submit: 'submitted',
    withdraw: 'withdrawn',
    award: 'awarded',
    award_partly: 'partly_awarded',
    decline: 'declined',
    lapse: 'lapsed',
  },
  withdrawn: { revise: 'withdrawn', submit: 'submitted' },
  awarded: {},
  partly_awarded: {},
  declined: {},
  lapsed: {},
};

export function quoteAfter(state: QuoteState, event: QuoteEvent): QuoteState {
  return nextState(quoteTransitions, state, event, 'quote');
}

/** Beyond this a sum of 2,000 lines might not fit the database's bigint. */
const largestAmountMinor = 1_000_000_000_000_000n;

export interface DraftedLine {
  requestLineId: string;
  quantity: string;
  unitPrice: string;
  priceBaseQuantity: string;
  minimumQuantity: string;
  priceBreaks: readonly PriceBreak[];
}

export interface AskedLine {
  id: string;
  position: number;
  quantity: string;
}

interface DraftedQuote {
  currency: string;
  validUntil: string;
  lines: readonly DraftedLine[];
}

/** Everything in a draft that cannot stand, by place. */
export function draftProblems(
  quote: DraftedQuote,
  request: { deadline: Date; lines: readonly AskedLine[] },
): FieldError[] {
  const asked = new Map(request.lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const problems = validityProblems(quote.validUntil, request.deadline);
  quote.lines.forEach((line, index) => {
    const at = `/lines/${index}`;
    const known = asked.get(line.requestLineId);
    if (!known) {
      problems.push({
        pointer: `${at}/requestLineId`,
        code: 'not_of_this_request',
        detail: 'The request has no such line.',
      });
    }
    if (seen.has(line.requestLineId)) {
      problems.push({
        pointer: `${at}/requestLineId`,
        code: 'line_twice',
        detail: `${known ? `Line ${known.position}` : 'This line'} is quoted twice. Quote each line once.`,
      });
    }
    seen.add(line.requestLineId);
    problems.push(...lineProblems(line, quote.currency, at));
  });
  return problems;
}

/** A quote that ends with the deadline could never be awarded. */
export function validityProblems(validUntil: string, deadline: Date): FieldError[] {
  const lastDay = deadline.toISOString().slice(0, 10);
  return validUntil > lastDay
    ? []
    : [
        {
          pointer: '/validUntil',
          code: 'valid_too_short',
          detail: `The request closes on ${lastDay}. Let the quote be valid for longer, so that the buyer can decide.`,
        },
      ];
}

function lineProblems(line: DraftedLine, currency: string, at: string): FieldError[] {
  const problems: FieldError[] = [];
  const quantity = exact(line.quantity);
  const minimum = exact(line.minimumQuantity);
  if (minimum.gt(quantity)) {
    problems.push({
      pointer: `${at}/minimumQuantity`,
      code: 'minimum_above_quantity',
      detail: `At least ${line.minimumQuantity} are to be ordered, but only ${line.quantity} are offered.`,
    });
  }
  if (lineAmount(line, line.quantity, currency) > largestAmountMinor) {
    problems.push({
      pointer: `${at}/unitPrice`,
      code: 'amount_too_large',
      detail: 'Quantity times price is larger than can be kept. Check both.',
    });
  }
  line.priceBreaks.forEach((step, index) => {
    const former = line.priceBreaks[index - 1];
    problems.push(...breakProblems(step, former, line, `${at}/priceBreaks/${index}`));
  });
  return problems;
}

function breakProblems(
  step: PriceBreak,
  former: PriceBreak | undefined,
  line: DraftedLine,
  at: string,
): FieldError[] {
  const from = exact(step.fromQuantity);
  const problems: FieldError[] = [];
  const wrong = (field: string, code: string, detail: string): void => {
    problems.push({ pointer: `${at}/${field}`, code, detail });
  };
  if (former && from.lte(exact(former.fromQuantity))) {
    wrong(
      'fromQuantity',
      'breaks_not_ascending',
      `Give price breaks in ascending order: ${step.fromQuantity} follows ${former.fromQuantity}.`,
    );
  }
  if (from.lte(exact(line.minimumQuantity))) {
    wrong(
      'fromQuantity',
      'break_at_minimum',
      `A price from ${step.fromQuantity} on would be the only one, since at least ${line.minimumQuantity} are ordered. Give it as the unit price.`,
    );
  }
  if (from.gt(exact(line.quantity))) {
    wrong(
      'fromQuantity',
      'break_above_quantity',
      `A price from ${step.fromQuantity} on is never reached: ${line.quantity} are offered.`,
    );
  }
  const before = former?.unitPrice ?? line.unitPrice;
  if (exact(step.unitPrice).gt(exact(before))) {
    wrong(
      'unitPrice',
      'break_dearer',
      `From ${step.fromQuantity} on the price rises from ${before} to ${step.unitPrice}. More should not cost more: check both.`,
    );
  }
  return problems;
}

/** Everything that keeps a draft from being submitted to a request that welcomes no partial quote. */
export function partialProblems(
  lines: readonly { requestLineId: string; quantity: string }[],
  request: { partialWelcome: boolean; lines: readonly AskedLine[] },
): FieldError[] {
  if (request.partialWelcome) {
    return [];
  }
  const offered = new Map(
    lines.map((line, index) => [line.requestLineId, { index, quantity: line.quantity }]),
  );
  return request.lines.flatMap((asked) => {
    const offer = offered.get(asked.id);
    if (offer && exact(offer.quantity).gte(exact(asked.quantity))) {
      return [];
    }
    return [
      {
        pointer: offer ? `/lines/${offer.index}/quantity` : '/lines',
        code: 'partial_quote_not_welcome',
        detail: `Line ${asked.position} asks for ${asked.quantity}, not ${offer?.quantity ?? 'nothing'}.`,
      },
    ];
  });
}
