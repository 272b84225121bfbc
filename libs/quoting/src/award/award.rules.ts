import { exact, type FieldError, lineAmountMinor, type Transitions } from '#platform';
import { type PricedLine, priceAt } from '../quote/pricing.rules.js';

export const awardStates = ['draft', 'awaiting_approval', 'confirmed', 'rejected'] as const;
export type AwardState = (typeof awardStates)[number];

export const awardTransitions: Transitions<
  AwardState,
  'change' | 'submit' | 'confirm' | 'approve' | 'reject'
> = {
  draft: { change: 'draft', submit: 'awaiting_approval', confirm: 'confirmed', reject: 'rejected' },
  awaiting_approval: { approve: 'confirmed', reject: 'rejected' },
  confirmed: {},
  rejected: {},
};

/** What the request says about being awarded. */
export interface AwardTerms {
  revision: number;
  splitWelcome: boolean;
  moreThanAsked: boolean;
  lines: ReadonlyMap<string, { position: number; quantity: string }>;
}

export interface OfferedLine extends PricedLine {
  quantity: string;
  minimumQuantity: string;
  leadTimeDays: number;
}

/** A quote's newest submitted revision with the lines that were asked for here. */
export interface OfferedQuote {
  id: string;
  cooperativeId: string;
  cooperative: string;
  state: string;
  revision: number;
  requestRevision: number;
  currency: string;
  validUntil: string;
  lines: ReadonlyMap<string, OfferedLine>;
}

export interface Allocation {
  requestLineId: string;
  quoteId: string;
  quantity: string;
}

/** A required scheme that a cooperative does not hold today. */
export interface MissingCertificate {
  cooperativeId: string;
  cooperative: string;
  scheme: string;
}

/** What an allocation costs as quoted. */
export interface AllocationPrice {
  unitPrice: string;
  priceBaseQuantity: string;
  priceBreakFrom: string | null;
  currency: string;
  amountMinor: bigint;
}

/**
 * Every rule of an award that these allocations break, by place (rule 5 of the domain). Empty when it can be made.
 * `today` is the database's day.
 */
export function awardProblems(
  terms: AwardTerms,
  quotes: ReadonlyMap<string, OfferedQuote>,
  allocations: readonly Allocation[],
  facts: { today: string; missing: readonly MissingCertificate[] },
): FieldError[] {
  const seen = new Set<string>();
  return [
    ...allocations.flatMap((allocation, index) => {
      const at = `/allocations/${index}`;
      const key = `${allocation.requestLineId} ${allocation.quoteId}`;
      const twice = seen.has(key);
      seen.add(key);
      return [
        ...(twice
          ? [
              problem(
                `${at}/quoteId`,
                'allocated_twice',
                'This line is given to this quote already. Give the sum in one place.',
              ),
            ]
          : []),
        ...allocationProblems(terms, quotes.get(allocation.quoteId), allocation, at, facts.today),
      ];
    }),
    ...lineProblems(terms, allocations),
    ...certificateProblems(quotes, allocations, facts.missing),
  ];
}

/** What an allocation of an offered line costs: its quantity's break, its amount. */
export function allocationPrice(quote: OfferedQuote, line: OfferedLine, quantity: string): AllocationPrice {
  const { unitPrice, breakFrom } = priceAt(line, quantity);
  const { priceBaseQuantity } = line;
  return {
    unitPrice,
    priceBaseQuantity,
    priceBreakFrom: breakFrom,
    currency: quote.currency,
    amountMinor: lineAmountMinor({ quantity, unitPrice, priceBaseQuantity }, quote.currency),
  };
}

/** Whether what was stored when the award was drafted is still what the quotes say. */
export function storedPriceProblems(
  quotes: ReadonlyMap<string, OfferedQuote>,
  stored: readonly (Allocation & {
    quoteRevision: number;
    unitPrice: string;
    priceBaseQuantity: string;
    currency: string;
    amountMinor: string;
  })[],
): FieldError[] {
  return stored.flatMap((allocation, index) => {
    const quote = quotes.get(allocation.quoteId);
    const line = quote?.lines.get(allocation.requestLineId);
    if (!quote || !line) {
      return [];
    }
    const price = allocationPrice(quote, line, allocation.quantity);
    const same =
      quote.revision === allocation.quoteRevision &&
      price.currency === allocation.currency &&
      exact(price.unitPrice).eq(exact(allocation.unitPrice)) &&
      exact(price.priceBaseQuantity).eq(exact(allocation.priceBaseQuantity)) &&
      price.amountMinor === BigInt(allocation.amountMinor);
    return same
      ? []
      : [
          problem(
            `/allocations/${index}`,
            'award_price_differs',
            `The price of ${quote.cooperative} is not the one that was saved here. Save the allocations again.`,
          ),
        ];
  });
}

function problem(pointer: string, code: string, detail: string): FieldError {
  return { pointer, code, detail };
}

function allocationProblems(
  terms: AwardTerms,
  quote: OfferedQuote | undefined,
  allocation: Allocation,
  at: string,
  today: string,
): FieldError[] {
  const asked = terms.lines.get(allocation.requestLineId);
  if (!asked) {
    return [problem(`${at}/requestLineId`, 'not_of_this_request', 'The request has no such line.')];
  }
  if (!quote) {
    return [problem(`${at}/quoteId`, 'not_of_this_request', 'The request has no such quote.')];
  }
  const found = quoteProblems(terms, quote, `${at}/quoteId`, today);
  const offered = quote.lines.get(allocation.requestLineId);
  if (!offered) {
    found.push(
      problem(
        `${at}/quoteId`,
        'line_not_quoted',
        `${quote.cooperative} did not quote on line ${asked.position}.`,
      ),
    );
    return found;
  }
  const quantity = exact(allocation.quantity);
  if (quantity.gt(exact(offered.quantity))) {
    found.push(
      problem(
        `${at}/quantity`,
        'award_above_quote',
        `Line ${asked.position}: ${quote.cooperative} offered ${offered.quantity}, not ${allocation.quantity}.`,
      ),
    );
  }
  if (quantity.lt(exact(offered.minimumQuantity))) {
    found.push(
      problem(
        `${at}/quantity`,
        'award_below_minimum',
        `Line ${asked.position}: ${quote.cooperative} makes ${offered.minimumQuantity} at the least, not ${allocation.quantity}.`,
      ),
    );
  }
  return found;
}

function quoteProblems(terms: AwardTerms, quote: OfferedQuote, pointer: string, today: string): FieldError[] {
  const found: FieldError[] = [];
  if (quote.state !== 'submitted') {
    found.push(
      problem(
        pointer,
        'quote_not_current',
        `The quote of ${quote.cooperative} is ${quote.state.replaceAll('_', ' ')}.`,
      ),
    );
  }
  if (quote.requestRevision !== terms.revision) {
    found.push(
      problem(
        pointer,
        'quote_stale',
        `The quote of ${quote.cooperative} is on revision ${quote.requestRevision} of the request, which is now at ${terms.revision}.`,
      ),
    );
  }
  if (quote.validUntil < today) {
    found.push(
      problem(
        pointer,
        'quote_expired',
        `The quote of ${quote.cooperative} was valid until ${quote.validUntil}.`,
      ),
    );
  }
  return found;
}

function lineProblems(terms: AwardTerms, allocations: readonly Allocation[]): FieldError[] {
  const byLine = new Map<string, { given: ReturnType<typeof exact>; quotes: Set<string>; last: number }>();
  allocations.forEach((allocation, index) => {
    const line = byLine.get(allocation.requestLineId) ?? {
      given: exact(0),
      quotes: new Set<string>(),
      last: index,
    };
    line.quotes.add(allocation.quoteId);
    byLine.set(allocation.requestLineId, {
      ...line,
      given: line.given.plus(exact(allocation.quantity)),
      last: index,
    });
  });
  return [...byLine].flatMap(([id, { given, quotes, last }]) => {
    const asked = terms.lines.get(id);
    if (!asked) {
      return [];
    }
    return [
      ...(given.gt(exact(asked.quantity)) && !terms.moreThanAsked
        ? [
            problem(
              `/allocations/${last}/quantity`,
              'award_above_request',
              `Line ${asked.position} asks for ${asked.quantity}, not ${given.toFixed()}.`,
            ),
          ]
        : []),
      ...(quotes.size > 1 && !terms.splitWelcome
        ? [
            problem(
              `/allocations/${last}/quoteId`,
              'split_not_welcome',
              `Line ${asked.position} goes to one cooperative: the request welcomes no split.`,
            ),
          ]
        : []),
    ];
  });
}

function certificateProblems(
  quotes: ReadonlyMap<string, OfferedQuote>,
  allocations: readonly Allocation[],
  missing: readonly MissingCertificate[],
): FieldError[] {
  return missing.flatMap((lack) => {
    const index = allocations.findIndex(
      (one) => quotes.get(one.quoteId)?.cooperativeId === lack.cooperativeId,
    );
    return index < 0
      ? []
      : [
          problem(
            `/allocations/${index}/quoteId`,
            'certificate_missing',
            `${lack.cooperative} holds no valid certificate of ${lack.scheme} today.`,
          ),
        ];
  });
}
