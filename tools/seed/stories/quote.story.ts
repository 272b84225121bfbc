import { type QuoteDraft, QuoteService, QuoteSubmissionService } from '#quoting';
import { RequestInvitationService } from '#sourcing';
import { countries, roughlyPerEuro } from '../catalogue/index.js';
import type { Story } from '../history.js';
import { day, dayText } from '../plan/moments.js';
import { priceText, roundQuantity } from '../plan/prices.js';
import type { LinePlan, RequestPlan } from '../plan/requests.js';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import type { Cooperative } from '../cast.js';

/** A line as it stands in the portal, with what was planned for it. */
export type AskedLine = LinePlan & { id: string };

export interface AskedRequest {
  id: string;
  plan: RequestPlan;
  lines: readonly AskedLine[];
}

const terms = [
  'Prices include inner packing. Samples at cost, credited with the order.',
  'Advance on acceptance pays for material; the rest against the bill of lading.',
  'Colours vary by dye batch within the agreed card. Reorders take two weeks less.',
  'Harvest and rains move lead times in July and August.',
];
const declines = [
  'Our looms are full until the end of the season.',
  'We do not make these sizes. Please ask us again for baskets.',
  'The delivery date is before our next harvest of sisal.',
  'The price that the market asks is below what our makers agreed on.',
];

/** What an invited cooperative does: it quotes, and perhaps revises or withdraws; or declines; or is silent. */
export async function* quoteStory(
  world: World,
  request: AskedRequest,
  cooperative: Cooperative,
  silent: boolean,
  random: Random,
): Story {
  const { publishedAt, deadline } = request.plan;
  const window = deadline - publishedAt;
  const manager = cooperative.manager.actor;
  const answer = random.weighted([
    ['quote', 66],
    ['decline', 12],
    ['draft', 6],
    ['silence', 16],
  ] as const);
  if (silent || answer === 'silence') {
    return;
  }
  yield publishedAt + random.between(0.06, 0.8) * window;
  if (answer === 'decline') {
    await world.get(RequestInvitationService).decline(manager, request.id, random.pick(declines));
    return;
  }
  const quotes = world.get(QuoteService);
  const submission = world.get(QuoteSubmissionService);
  const factor = random.between(0.86, 1.22);
  const draft = draftOf(request, cooperative, factor, random);
  if (draft.lines.length === 0) {
    await world.get(RequestInvitationService).decline(manager, request.id, random.pick(declines));
    return;
  }
  let { version } = await quotes.save(manager, request.id, null, draft);
  if (answer === 'draft') {
    return;
  }
  ({ version } = await submission.submit(manager, request.id, version));
  if (random.chance(0.16)) {
    yield publishedAt + random.between(0.82, 0.95) * window;
    const cheaper = {
      ...draft,
      lines: draft.lines.map((line) => ({
        ...line,
        unitPrice: priceText(Number(line.unitPrice) * 0.96),
        priceBreaks: line.priceBreaks?.map((step) => ({
          ...step,
          unitPrice: priceText(Number(step.unitPrice) * 0.96),
        })),
      })),
    };
    ({ version } = await quotes.save(manager, request.id, version, cheaper));
    await submission.submit(manager, request.id, version);
  } else if (random.chance(0.05)) {
    yield publishedAt + random.between(0.82, 0.95) * window;
    await submission.withdraw(manager, request.id, version);
  }
}

function draftOf(
  request: AskedRequest,
  cooperative: Cooperative,
  factor: number,
  random: Random,
): QuoteDraft {
  const { facts } = cooperative;
  const home = countries[facts.country]?.currency ?? 'EUR';
  const currency = random.weighted([
    [home, 45],
    ['EUR', 25],
    ['USD', 30],
  ]);
  const masters = new Set(facts.crafts.map((craft) => craft.craftCode));
  const { partialWelcome, deadline } = request.plan;
  return {
    currency,
    validUntil: dayText(deadline + random.between(35, 80) * day),
    terms: random.chance(0.6) ? random.pick(terms) : null,
    lines: request.lines.flatMap((line) => {
      const able = masters.has(line.craftCode) || random.chance(0.12);
      return !partialWelcome || able
        ? [lineOf(line, cooperative, currency, factor, partialWelcome, random)]
        : [];
    }),
  };
}

function lineOf(
  line: AskedLine,
  { facts }: Cooperative,
  currency: string,
  factor: number,
  partialWelcome: boolean,
  random: Random,
): QuoteDraft['lines'][number] {
  const asked = Number(line.quantity);
  const capacity = facts.crafts.find((craft) => craft.craftCode === line.craftCode)?.pieces ?? null;
  const share = !partialWelcome || random.chance(0.55) ? 1 : random.between(0.35, 0.9);
  const quantity = share === 1 ? asked : Math.min(roundQuantity(asked * share), asked);
  const price = line.euros * factor * random.between(0.95, 1.07) * roughlyPerEuro(currency);
  // What costs little is priced by the hundred.
  const base = line.euros < 2.5 && random.chance(0.4) ? 100 : 1;
  const half = roundQuantity(quantity / 2);
  const minimum = Math.min(roundQuantity(quantity * random.between(0.1, 0.4)), quantity);
  // A price from the minimum on would be the only one.
  const steps = random.chance(0.45) && half > minimum && half < quantity ? [half] : [];
  if (steps.length > 0 && random.chance(0.4)) {
    steps.push(quantity);
  }
  return {
    requestLineId: line.id,
    quantity: String(quantity),
    unitPrice: priceText(price * base),
    priceBaseQuantity: String(base),
    minimumQuantity: String(minimum),
    leadTimeDays: 15 + roundQuantity(random.between(15, 75)),
    capacityPerMonth: capacity === null ? null : String(Math.max(roundQuantity(capacity * 0.4), 1)),
    note: random.chance(0.08) ? 'Sample sent with the last order.' : null,
    priceBreaks: steps.map((from, index) => ({
      fromQuantity: String(from),
      unitPrice: priceText(price * base * (index === 0 ? 0.94 : 0.89)),
    })),
  };
}
