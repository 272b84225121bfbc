import { OrderingService, PurchaseOrderService } from '#ordering';
import type { PersonActor } from '#platform';
import { type AwardDraft, AwardProposalService, type Comparison, ComparisonService } from '#quoting';
import { RequestPublication, RequestService } from '#sourcing';
import type { History, Story } from '../history.js';
import { day, hour, type Moment } from '../plan/moments.js';
import { officeHour } from '../plan/requests.js';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import { type Cast, type Cooperative, type Retailer, withRole } from '../cast.js';
import type { AskedRequest } from './quote.story.js';

/** What a buyer does once a request has closed: awards it over the best that may be awarded, or ends it. */
export async function* awardStory(
  world: World,
  cast: Cast,
  history: History,
  request: AskedRequest,
  retailer: Retailer,
  requester: PersonActor,
): Story {
  const { end, deadline, random } = request.plan;
  yield officeHour(deadline, random, end === 'awarded' || end === 'unawarded' ? 8 : 0.4);
  const allocations =
    end === 'unawarded'
      ? []
      : allocate(
          await world.get(ComparisonService).ofRequest(requester, request.id),
          request.plan.splitWelcome,
          random,
        );
  if (allocations.length === 0) {
    const { version } = (await world.get(RequestService).byId(requester, request.id)).read();
    await world
      .get(RequestPublication)
      .endWithoutAward(
        requester,
        request.id,
        version,
        random.pick([
          'No offer met the price that the range can carry.',
          'The range was moved to the next season.',
          'Nobody who may be awarded offered these lines.',
        ]),
      );
    return;
  }
  const awards = world.get(AwardProposalService);
  const award = await awards.propose(requester, request.id, {
    allocations,
    reason: random.pick([
      'Best price line by line among those certified; no cooperative above its capacity.',
      'Split so that no one cooperative depends on us for more than a third of its year.',
      'Samples were best here, and lead times fit the campaign.',
    ]),
  });
  if (end === 'award_drafted') {
    return;
  }
  if (!award.needsApproval) {
    const issued = await world.get(OrderingService).confirmAward(requester, award.id, award.version);
    await followOrders(world, cast, history, requester, issued.orders, random);
    return;
  }
  const { version } = await awards.submit(requester, award.id, award.version);
  if (end === 'award_awaiting_approval') {
    return;
  }
  const approver = withRole(retailer, 'approver');
  yield deadline + random.between(8.1, 10.5) * day;
  const issued = await world.get(OrderingService).approveAward(approver, award.id, version);
  await followOrders(world, cast, history, requester, issued.orders, random);
}

/** Line by line the best offers that may be awarded, until what was asked for is met. */
function allocate(comparison: Comparison, splitWelcome: boolean, random: Random): AwardDraft['allocations'] {
  const allowed = new Map(
    comparison.cooperatives
      .filter((quote) => quote.missing.length === 0 && !quote.stale && !quote.expired)
      // A liking of one buyer for one cooperative, beside the price.
      .map((quote) => [quote.quoteId, random.between(0.93, 1.07)]),
  );
  return comparison.lines.flatMap((line) => {
    let missing = Number(line.quantity);
    const offers = line.offers
      .flatMap((offer) => {
        const liking = allowed.get(offer.quoteId);
        return liking === undefined
          ? []
          : [{ offer, worth: (Number(offer.convertedAmount) / Number(offer.comparedQuantity)) * liking }];
      })
      .sort((left, right) => left.worth - right.worth);
    const given: AwardDraft['allocations'] = [];
    for (const { offer } of offers) {
      const quantity = Math.min(missing, Number(offer.quantity));
      if (quantity <= 0 || quantity < Number(offer.minimumQuantity)) {
        continue;
      }
      given.push({ requestLineId: line.requestLineId, quoteId: offer.quoteId, quantity: String(quantity) });
      missing -= quantity;
      if (!splitWelcome) {
        break;
      }
    }
    return given;
  });
}

async function followOrders(
  world: World,
  cast: Cast,
  history: History,
  requester: PersonActor,
  orders: readonly { id: string; cooperativeId: string }[],
  random: Random,
): Promise<void> {
  for (const order of orders) {
    const cooperative = cast.cooperatives.find((one) => one?.id === order.cooperativeId);
    if (cooperative) {
      await history.begin(orderStory(world, history.at, requester, order.id, cooperative, random));
    }
  }
}

/** A cooperative answers its order within days; a few are cancelled before it does. */
async function* orderStory(
  world: World,
  issuedAt: Moment,
  requester: PersonActor,
  orderId: string,
  cooperative: Cooperative,
  random: Random,
): Story {
  const orders = world.get(PurchaseOrderService);
  const manager = cooperative.manager.actor;
  const answer = random.weighted([
    ['accept', 84],
    ['reject', 7],
    ['cancel', 4],
    ['wait', 5],
  ] as const);
  if (answer === 'wait') {
    return;
  }
  yield issuedAt + random.between(5 * hour, 4 * day);
  const side = answer === 'cancel' ? 'buyer' : 'cooperative';
  const actor = answer === 'cancel' ? requester : manager;
  const { version } = await orders.byId(actor, side, orderId);
  switch (answer) {
    case 'accept':
      await orders.accept(actor, orderId, version);
      return;
    case 'reject':
      await orders.reject(
        actor,
        orderId,
        version,
        'The dyes that the specification names are not to be had before spring.',
      );
      return;
    case 'cancel':
      await orders.cancel(actor, orderId, version, 'The campaign was moved; we will ask again in spring.');
  }
}
