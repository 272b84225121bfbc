import {
  type RetailerFacts,
  roughlyPerEuro,
  type ThemeFacts,
  themes,
  type WareFacts,
  wareFacts,
} from '../catalogue/index.js';
import type { Random } from '../random.js';
import { day, dayText, historyDays, hour, type Moment, nextHour } from './moments.js';
import { priceText, roundQuantity } from './prices.js';

/** Where a request is today; an awarded one's orders are in states of their own. */
export type RequestEnd =
  | 'draft'
  | 'awaiting_approval'
  | 'open'
  | 'closed'
  | 'award_drafted'
  | 'award_awaiting_approval'
  | 'awarded'
  | 'unawarded'
  | 'cancelled';

export interface LinePlan {
  craftCode: string;
  sku: string;
  description: string;
  specification: string;
  quantity: string;
  unitCode: string;
  targetUnitPrice: string | null;
  hsCode: string;
  neededBy: string | null;
  /** A believable unit price in euros: what quotes are made from. */
  euros: number;
}

export interface RequestPlan {
  index: number;
  retailer: number;
  end: RequestEnd;
  title: string;
  description: string;
  sealed: boolean;
  partialWelcome: boolean;
  splitWelcome: boolean;
  moreThanAsked: boolean;
  schemes: readonly string[];
  invited: number;
  draftedAt: Moment;
  publishedAt: Moment;
  deadline: Moment;
  deliverBy: string;
  incoterm: 'EXW' | 'FCA' | 'FOB' | 'CIF' | 'DAP';
  advancePercent: string;
  lines: readonly LinePlan[];
  random: Random;
}

const basketThemes = themes.filter((theme) => theme.crafts.includes('basketry'));

/** The ends of twenty requests: a year's trade has more behind it than before it. */
const ends: readonly RequestEnd[] = [
  'awarded',
  'open',
  'awarded',
  'draft',
  'awarded',
  'closed',
  'open',
  'awarded',
  'award_awaiting_approval',
  'awarded',
  'open',
  'cancelled',
  'awarded',
  'award_drafted',
  'awarded',
  'awaiting_approval',
  'open',
  'unawarded',
  'awarded',
  'draft',
];

/** What retailers ask for over the months; the same for the same seed. */
export function planRequests(world: {
  count: number;
  retailers: readonly RetailerFacts[];
  now: Moment;
  random: Random;
}): RequestPlan[] {
  return Array.from({ length: world.count }, (_, index) => {
    const random = world.random.fork(`request ${index}`);
    const end = ends[index % ends.length] ?? 'awarded';
    const retailer = retailerFor(end, index, world.retailers);
    const facts = world.retailers[retailer];
    if (!facts) {
      throw new Error('There is no retailer to ask for anything');
    }
    const moments = momentsOf(end, world.now, random);
    // What is open now is for baskets more often than not: those who are signed in as first are to find something to answer.
    const theme = random.pick(end === 'open' && index % 3 !== 0 ? basketThemes : themes);
    const lines = linesOf(theme, facts, countOf(index, random), moments.deadline, random);
    return {
      index,
      retailer,
      end,
      title: titleOf(theme, moments.deadline, random),
      description: theme.description,
      sealed: random.chance(0.8),
      partialWelcome: random.chance(0.85),
      splitWelcome: random.chance(0.85),
      moreThanAsked: random.chance(0.15),
      schemes: random.weighted<readonly string[]>([
        [['WFTO-GUARANTEED'], 60],
        [[], 28],
        [['SMETA'], 7],
        [['WFTO-GUARANTEED', 'FTF'], 5],
      ]),
      invited: random.whole(4, 9),
      ...moments,
      deliverBy: dayText(moments.deadline + random.between(90, 170) * day),
      incoterm: random.pick(['EXW', 'FCA', 'FCA', 'FOB', 'FOB', 'CIF', 'DAP'] as const),
      advancePercent: random.pick(['0', '20', '30', '40', '50', '50']),
      lines: end === 'awaiting_approval' ? aboveLimit(lines, facts) : lines,
      random,
    };
  });
}

/** Only who has a limit waits for approval. */
function retailerFor(end: RequestEnd, index: number, retailers: readonly RetailerFacts[]): number {
  const limited = retailers.flatMap((facts, place) => (facts.approvalLimit ? [place] : []));
  return end.includes('approval') && limited.length > 0
    ? (limited[index % limited.length] ?? 0)
    : index % retailers.length;
}

function momentsOf(
  end: RequestEnd,
  now: Moment,
  random: Random,
): Pick<RequestPlan, 'draftedAt' | 'publishedAt' | 'deadline'> {
  const window = random.between(9, 24) * day;
  const publishedAt = publicationOf(end, now, window, random);
  return {
    draftedAt: publishedAt - random.between(0.3, 4) * day,
    publishedAt,
    deadline: nextHour(publishedAt + window),
  };
}

/** What is still open ends after now, what waits for its award closed of late, the rest lies anywhere before. */
function publicationOf(end: RequestEnd, now: Moment, window: number, random: Random): Moment {
  switch (end) {
    case 'draft':
    case 'awaiting_approval':
      return now - random.between(0.2, 4) * day;
    case 'open':
      return now - random.between(0.15, 0.93) * window;
    case 'closed':
    case 'award_drafted':
    case 'award_awaiting_approval':
      return now - window - random.between(0.5, 6) * day;
    default:
      return now - window - random.between(12, historyDays - 65) * day;
  }
}

function countOf(index: number, random: Random): number {
  if (index === 7) {
    return 240;
  }
  return random.weighted([
    [random.whole(2, 8), 45],
    [random.whole(9, 24), 38],
    [random.whole(25, 60), 15],
    [random.whole(120, 300), 2],
  ]);
}

function titleOf(theme: ThemeFacts, deadline: Moment, random: Random): string {
  const year = new Date(deadline).getUTCFullYear();
  return random.chance(0.5)
    ? theme.title
    : `${theme.title}, ${random.pick(['spring', 'autumn', 'reorder', 'shops', 'online'])} ${year + 1}`;
}

function linesOf(
  theme: ThemeFacts,
  retailer: RetailerFacts,
  count: number,
  deadline: Moment,
  random: Random,
): LinePlan[] {
  const variants = (wares: readonly WareFacts[]): (readonly [WareFacts, string, string])[] =>
    wares.flatMap((ware) =>
      ware.sizes.flatMap((size) => ware.finishes.map((finish) => [ware, size, finish] as const)),
    );
  const own = random.shuffled(variants(wareFacts.filter((ware) => theme.crafts.includes(ware.craftCode))));
  // A range that is larger than the theme is filled up from everything else.
  const rest =
    own.length >= count
      ? []
      : random.shuffled(variants(wareFacts.filter((ware) => !theme.crafts.includes(ware.craftCode))));
  const perEuro = roughlyPerEuro(retailer.currency);
  const chosen = [...own, ...rest].slice(0, count);
  return chosen.map(([ware, size, finish], position) => {
    const euros = ware.euros * random.between(0.82, 1.25);
    const [least, most] = ware.quantity;
    return {
      craftCode: ware.craftCode,
      sku: `${ware.code}-${String(101 + position)}`,
      description: `${ware.what}, ${size}, ${finish}`,
      specification: ware.specification,
      // Small quantities are asked for more often than large ones.
      quantity: String(roundQuantity(least + (most - least) * random.next() ** 2)),
      unitCode: ware.unitCode,
      targetUnitPrice: random.chance(0.7) ? priceText(euros * perEuro * random.between(0.92, 1.08)) : null,
      hsCode: ware.hsCode,
      neededBy: random.chance(0.15) ? dayText(deadline + random.between(60, 88) * day) : null,
      euros,
    };
  });
}

/** The same lines in quantities that are worth more than the retailer's limit. */
function aboveLimit(lines: readonly LinePlan[], retailer: RetailerFacts): LinePlan[] {
  const perEuro = roughlyPerEuro(retailer.currency);
  const priced = lines.map((line) => ({
    ...line,
    targetUnitPrice: line.targetUnitPrice ?? priceText(line.euros * perEuro),
  }));
  const worth = priced.reduce((sum, line) => sum + Number(line.quantity) * Number(line.targetUnitPrice), 0);
  const factor = Math.max((Number(retailer.approvalLimit ?? 0) * 1.4) / worth, 1);
  return priced.map((line) => ({ ...line, quantity: String(Math.ceil(Number(line.quantity) * factor)) }));
}

/** When a retailer looks at something that has been waiting since. */
export function officeHour(since: Moment, random: Random, mostDays: number): Moment {
  return since + random.between(2 * hour, mostDays * day);
}
