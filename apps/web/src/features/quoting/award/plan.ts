import type { Schemas } from '@/api/client';
import {
  cellKey,
  type ComparedOffer,
  type ComparedQuote,
  type Comparison,
  type Hindrance,
  hindrancesOf,
  offersByCell,
} from '../comparison/compared';
import { digitsOf, places, quantityOf, unitsOf } from '../figures/decimal';
import { converter, offerAmount } from '../figures/offer-price';

export type Award = Schemas['AwardView'];
export type Request = Schemas['RequestView'];

/** What was typed, by line and quote. */
export type Typed = Readonly<Record<string, string>>;

export type Breach =
  | Hindrance
  | 'not_a_number'
  | 'above_offer'
  | 'below_minimum'
  | 'above_asked'
  | 'split_not_welcome'
  | 'line_not_quoted';

export interface PlannedCell {
  quantity: bigint | null;
  /** In minor units of the request's currency. */
  amount: bigint;
  unitPrice: string | null;
  breaches: Breach[];
}

export interface PlannedLine {
  asked: bigint;
  given: bigint;
  amount: bigint;
  /** By quote, in the order of columns. */
  shares: { quoteId: string; quantity: bigint }[];
  breached: boolean;
}

export interface PlannedShare {
  amount: bigint;
  lines: number;
}

/** What a plan comes to, and every rule it breaks, at its place. */
export interface Plan {
  cells: ReadonlyMap<string, PlannedCell>;
  lines: ReadonlyMap<string, PlannedLine>;
  cooperatives: ReadonlyMap<string, PlannedShare>;
  total: bigint;
  digits: number;
  /** Whether every price is told by the comparison; otherwise the total can only be less. */
  inFull: number;
  inPart: number;
  breaches: number;
  /** The first line with a breach. */
  firstBreach: string | null;
}

/** Everything of a request that does not change while someone types. */
export interface Ground {
  comparison: Comparison;
  offers: ReadonlyMap<string, ComparedOffer>;
  quotes: ReadonlyMap<string, ComparedQuote>;
  terms: Pick<Request, 'splitWelcome' | 'moreThanAsked'>;
  digits: number;
  convert: ReturnType<typeof converter>;
  /** Where a quote's column stands. */
  order: ReadonlyMap<string, number>;
  /** An offer's figures as whole thousandths, read once. */
  sizes: ReadonlyMap<ComparedOffer, OfferSize>;
}

export interface OfferSize {
  can: bigint;
  minimum: bigint;
  compared: bigint;
  amount: bigint;
}

export function groundOf(comparison: Comparison, terms: Ground['terms']): Ground {
  const digits = digitsOf(comparison.cooperatives[0]?.convertedTotal ?? '0.00');
  return {
    comparison,
    offers: offersByCell(comparison.lines),
    quotes: new Map(comparison.cooperatives.map((quote) => [quote.quoteId, quote])),
    terms,
    digits,
    convert: converter(comparison.rates, comparison.currency, digits),
    order: new Map(comparison.cooperatives.map((quote, index) => [quote.quoteId, index])),
    sizes: new Map(
      comparison.lines.flatMap((line) => line.offers.map((offer) => [offer, sizeOf(offer)] as const)),
    ),
  };
}

function sizeOf(offer: ComparedOffer): OfferSize {
  return {
    can: unitsOf(offer.quantity, places.quantity),
    minimum: unitsOf(offer.minimumQuantity, places.quantity),
    compared: unitsOf(offer.comparedQuantity, places.quantity),
    amount: unitsOf(offer.convertedAmount, 4),
  };
}

/** What was typed, by line, in the order of columns. */
function typedByLine(ground: Ground, typed: Typed): Map<string, { quoteId: string; text: string }[]> {
  const byLine = new Map<string, { quoteId: string; text: string }[]>();
  for (const [key, typing] of Object.entries(typed)) {
    const text = typing.trim();
    const [lineId = '', quoteId = ''] = key.split(' ');
    if (text) {
      byLine.set(lineId, [...(byLine.get(lineId) ?? []), { quoteId, text }]);
    }
  }
  const place = (quoteId: string): number => ground.order.get(quoteId) ?? 0;
  byLine.forEach((given) => given.sort((one, other) => place(one.quoteId) - place(other.quoteId)));
  return byLine;
}

/** The same rules as the server's, so that they are told while one types; the server has the last word. */
export function planOf(ground: Ground, typed: Typed): Plan {
  const cells = new Map<string, PlannedCell>();
  const lines = new Map<string, PlannedLine>();
  const cooperatives = new Map<string, PlannedShare>();
  const given = typedByLine(ground, typed);
  for (const line of ground.comparison.lines) {
    const asked = unitsOf(line.quantity, places.quantity);
    const planned: PlannedLine = { asked, given: 0n, amount: 0n, shares: [], breached: false };
    for (const { quoteId, text } of given.get(line.requestLineId) ?? []) {
      const key = cellKey(line.requestLineId, quoteId);
      const quote = ground.quotes.get(quoteId);
      if (!quote) {
        continue;
      }
      const cell = cellOf(ground, quote, ground.offers.get(key), text);
      cells.set(key, cell);
      if (cell.quantity !== null && cell.quantity > 0n) {
        planned.given += cell.quantity;
        planned.amount += cell.amount;
        planned.shares.push({ quoteId: quote.quoteId, quantity: cell.quantity });
        const share = cooperatives.get(quote.quoteId) ?? { amount: 0n, lines: 0 };
        cooperatives.set(quote.quoteId, { amount: share.amount + cell.amount, lines: share.lines + 1 });
      }
    }
    const last = planned.shares.at(-1);
    const lastCell = last && cells.get(cellKey(line.requestLineId, last.quoteId));
    if (lastCell && planned.given > asked && !ground.terms.moreThanAsked) {
      lastCell.breaches.push('above_asked');
    }
    if (lastCell && planned.shares.length > 1 && !ground.terms.splitWelcome) {
      lastCell.breaches.push('split_not_welcome');
    }
    lines.set(line.requestLineId, planned);
  }
  return summed(ground, cells, lines, cooperatives);
}

function cellOf(
  ground: Ground,
  quote: ComparedQuote,
  offer: ComparedOffer | undefined,
  text: string,
): PlannedCell {
  const none = { amount: 0n, unitPrice: null };
  const quantity = quantityOf(text);
  if (quantity === null) {
    return { ...none, quantity, breaches: ['not_a_number'] };
  }
  if (quantity === 0n) {
    return { ...none, quantity, breaches: [] };
  }
  if (!offer) {
    return { ...none, quantity, breaches: ['line_not_quoted'] };
  }
  const price = offerAmount(offer, quantity);
  return {
    quantity,
    amount: ground.convert(price.minor, quote),
    unitPrice: price.unitPrice,
    breaches: [
      ...hindrancesOf(quote),
      ...(quantity > unitsOf(offer.quantity, places.quantity) ? (['above_offer'] as const) : []),
      ...(quantity < unitsOf(offer.minimumQuantity, places.quantity) ? (['below_minimum'] as const) : []),
    ],
  };
}

function summed(
  ground: Ground,
  cells: ReadonlyMap<string, PlannedCell>,
  lines: ReadonlyMap<string, PlannedLine>,
  cooperatives: ReadonlyMap<string, PlannedShare>,
): Plan {
  let breaches = 0;
  for (const [key, cell] of cells) {
    const line = lines.get(key.split(' ')[0] ?? '');
    if (cell.breaches.length > 0 && line) {
      breaches += cell.breaches.length;
      line.breached = true;
    }
  }
  const all = [...lines.values()];
  return {
    cells,
    lines,
    cooperatives,
    digits: ground.digits,
    total: all.reduce((sum, line) => sum + line.amount, 0n),
    inFull: all.filter((line) => line.given >= line.asked).length,
    inPart: all.filter((line) => line.given > 0n && line.given < line.asked).length,
    breaches,
    firstBreach: [...lines].find(([, line]) => line.breached)?.[0] ?? null,
  };
}
