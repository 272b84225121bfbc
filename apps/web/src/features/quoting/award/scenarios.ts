import { cellKey, type ComparedOffer, hindrancesOf } from '../comparison/compared';
import { least, places, toText, unitsOf } from '../figures/decimal';
import { fewestQuotes } from './fewest-quotes';
import { type Ground, type OfferSize, type Plan, planOf, type Typed } from './plan';

export const scenarioNames = ['cheapest', 'fullest', 'soonest', 'fewest'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Scenario {
  name: ScenarioName;
  typed: Typed;
  plan: Plan;
  /** Days until the last of it is ready. */
  days: number;
  cooperatives: number;
}

type Order = (one: ComparedOffer, other: ComparedOffer) => number;

/** What quick fills can use: offers that an award would pass today, by line. */
function allowedOffers(ground: Ground): Map<string, ComparedOffer[]> {
  return new Map(
    ground.comparison.lines.map((line) => [
      line.requestLineId,
      line.offers.filter((offer) => {
        const quote = ground.quotes.get(offer.quoteId);
        return quote && hindrancesOf(quote).length === 0;
      }),
    ]),
  );
}

function ordersOf(ground: Ground): Record<'byPrice' | 'byTime' | 'bySize', Order> {
  const size = (offer: ComparedOffer): OfferSize => ground.sizes.get(offer) ?? nothing;
  const byPrice: Order = (one, other) => {
    // Products instead of quotients: nothing is rounded.
    const left = size(one).amount * size(other).compared;
    const right = size(other).amount * size(one).compared;
    return left === right ? one.leadTimeDays - other.leadTimeDays : left < right ? -1 : 1;
  };
  return {
    byPrice,
    byTime: (one, other) => one.leadTimeDays - other.leadTimeDays || byPrice(one, other),
    bySize: (one, other) => {
      const gap = size(other).can - size(one).can;
      return gap === 0n ? byPrice(one, other) : gap > 0n ? 1 : -1;
    },
  };
}

const nothing: OfferSize = { can: 0n, minimum: 0n, compared: 0n, amount: 0n };

interface Share {
  offer: ComparedOffer;
  quantity: bigint;
  minimum: bigint;
}

/** Fills one line in an order of preference. An offer's minimum is made room for by what came before it, or passed over. */
function filled(ground: Ground, offers: readonly ComparedOffer[], asked: bigint, order: Order): Share[] {
  const ranked = [...offers].sort(order).map((offer) => ({ offer, ...(ground.sizes.get(offer) ?? nothing) }));
  if (!ground.terms.splitWelcome) {
    // One cooperative alone: whoever can make the most of it, in the order of preference among equals.
    const able = ranked.filter(({ can, minimum }) => least(can, asked) >= minimum);
    const most = able.reduce((high, { can }) => (least(can, asked) > high ? least(can, asked) : high), 0n);
    const one = able.find(({ can }) => least(can, asked) === most);
    return one ? [{ offer: one.offer, quantity: most, minimum: one.minimum }] : [];
  }
  const shares: Share[] = [];
  let left = asked;
  for (const { offer, can, minimum } of ranked) {
    if (left === 0n) {
      break;
    }
    let quantity = least(can, left);
    const before = shares.at(-1);
    const lacking = minimum - quantity;
    if (lacking > 0n && can >= minimum && before && before.quantity - before.minimum >= lacking) {
      before.quantity -= lacking;
      left += lacking;
      quantity = minimum;
    }
    if (quantity >= minimum && quantity > 0n) {
      shares.push({ offer, quantity, minimum });
      left -= quantity;
    }
  }
  return shares;
}

function given(shares: readonly Share[]): bigint {
  return shares.reduce((sum, share) => sum + share.quantity, 0n);
}

/** Quick fills: each a whole plan that breaks no rule known here. */
export function scenariosOf(ground: Ground): Scenario[] {
  const allowed = allowedOffers(ground);
  const few = fewestQuotes(ground, allowed);
  const { byPrice, byTime, bySize } = ordersOf(ground);
  const fill: Record<ScenarioName, (offers: ComparedOffer[], asked: bigint) => Share[]> = {
    cheapest: (offers, asked) => filled(ground, offers, asked, byPrice),
    soonest: (offers, asked) => filled(ground, offers, asked, byTime),
    fullest: (offers, asked) =>
      [byPrice, bySize, byTime]
        .map((order) => filled(ground, offers, asked, order))
        .reduce((best, other) => (given(other) > given(best) ? other : best)),
    fewest: (offers, asked) =>
      filled(
        ground,
        offers.filter((offer) => few.has(offer.quoteId)),
        asked,
        bySize,
      ),
  };
  return scenarioNames.map((name) => {
    let days = 0;
    const typed: Record<string, string> = {};
    for (const line of ground.comparison.lines) {
      const asked = unitsOf(line.quantity, places.quantity);
      for (const { offer, quantity } of fill[name](allowed.get(line.requestLineId) ?? [], asked)) {
        typed[cellKey(line.requestLineId, offer.quoteId)] = toText(quantity, places.quantity);
        days = Math.max(days, offer.leadTimeDays);
      }
    }
    const plan = planOf(ground, typed);
    return { name, typed, plan, days, cooperatives: plan.cooperatives.size };
  });
}
