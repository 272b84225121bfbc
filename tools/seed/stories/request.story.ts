import type { PersonActor } from '#platform';
import { RequestInvitationService, RequestPublication, RequestService } from '#sourcing';
import type { History, Story } from '../history.js';
import { hour } from '../plan/moments.js';
import type { RequestPlan } from '../plan/requests.js';
import type { World } from '../world.js';
import { awardStory } from './award.story.js';
import { type Cast, type Cooperative, type Retailer, withRole } from '../cast.js';
import { type AskedRequest, quoteStory } from './quote.story.js';

/** A request from its draft to where it is today, with everyone who answers it. */
export async function* requestStory(world: World, cast: Cast, history: History, plan: RequestPlan): Story {
  yield plan.draftedAt;
  const retailer = cast.retailers.find((one) => one.place === plan.retailer);
  if (!retailer) {
    throw new Error(`Request ${plan.index} is drafted before its retailer has come in`);
  }
  const requester = requesterOf(retailer, plan);
  const invited = chooseCooperatives(cast, plan);
  const request = await draft(world, cast, retailer, requester, plan, invited);
  if (plan.end === 'draft') {
    return;
  }

  yield plan.publishedAt;
  const publication = world.get(RequestPublication);
  const requests = world.get(RequestService);
  const version = async (): Promise<number> => (await requests.byId(requester, request.id)).read().version;
  const published = await publication.publish(requester, request.id, await version());
  if (published.state === 'awaiting_approval') {
    if (plan.end === 'awaiting_approval') {
      return;
    }
    yield plan.publishedAt + plan.random.between(hour, 9 * hour);
    await publication.approve(withRole(retailer, 'approver'), request.id, published.version);
  }
  for (const cooperative of invited) {
    await history.begin(
      quoteStory(
        world,
        request,
        cooperative,
        // Who signs in to look around finds invitations that wait for an answer.
        plan.end === 'open' && isPresented(cast, cooperative) && plan.index % 2 === 0,
        plan.random.fork(`quote ${cooperative.facts.domain}`),
      ),
    );
  }
  if (plan.end === 'cancelled') {
    yield plan.publishedAt + (plan.deadline - plan.publishedAt) * 0.96;
    await publication.cancel(
      requester,
      request.id,
      await version(),
      plan.random.pick(['The range was dropped.', 'The budget went to another season.']),
    );
    return;
  }
  if (plan.end !== 'open' && plan.end !== 'closed') {
    await history.begin(awardStory(world, cast, history, request, retailer, requester));
  }
}

function requesterOf(retailer: Retailer, plan: RequestPlan): PersonActor {
  const requesters = retailer.people.filter((_, index) =>
    retailer.facts.people[index]?.roles.includes('requester'),
  );
  return requesters[plan.index % Math.max(requesters.length, 1)]?.actor ?? withRole(retailer, 'owner');
}

/** Whether its manager is among those whom `npm start` tells how to sign in as. */
function isPresented(cast: Cast, cooperative: Cooperative): boolean {
  return cast.cooperatives.indexOf(cooperative) < 2;
}

/** Those who master most of what is asked for, and by chance. */
function chooseCooperatives(cast: Cast, plan: RequestPlan): Cooperative[] {
  const crafts = new Set(plan.lines.map((line) => line.craftCode));
  const ranked = cast.cooperatives
    .flatMap((one) => one ?? [])
    .map((cooperative) => ({
      cooperative,
      fit:
        cooperative.facts.crafts.filter((craft) => crafts.has(craft.craftCode)).length +
        plan.random.next() * 0.9 +
        (plan.end === 'open' && isPresented(cast, cooperative) ? 1 : 0),
    }))
    .sort((left, right) => right.fit - left.fit);
  return ranked.slice(0, plan.invited).map((one) => one.cooperative);
}

async function draft(
  world: World,
  cast: Cast,
  retailer: Retailer,
  requester: PersonActor,
  plan: RequestPlan,
  invited: readonly Cooperative[],
): Promise<AskedRequest> {
  const requests = world.get(RequestService);
  const { facts } = retailer;
  const { id } = await requests.create(requester, {
    title: plan.title,
    description: plan.description,
    currency: facts.currency,
    sealed: plan.sealed,
    partialWelcome: plan.partialWelcome,
    splitWelcome: plan.splitWelcome,
    moreThanAsked: plan.moreThanAsked,
    deadline: new Date(plan.deadline).toISOString(),
    deliverBy: plan.deliverBy,
    incoterm: plan.incoterm,
    incotermPlace:
      plan.incoterm === 'DAP' || plan.incoterm === 'CIF'
        ? facts.warehouse.city
        : 'the cooperative’s nearest seaport',
    delivery: facts.warehouse,
    paymentDays: facts.paymentDays,
    advancePercent: plan.advancePercent,
    schemeIds: plan.schemes.flatMap((code) => cast.schemes.get(code)?.id ?? []),
    lines: plan.lines.map(({ euros: _euros, ...line }) => line),
  });
  if (invited.length > 0) {
    await world.get(RequestInvitationService).invite(
      requester,
      id,
      invited.map((cooperative) => cooperative.id),
    );
  }
  const { items } = await requests.linesOf(requester, id, { limit: 2_000 });
  const planned = new Map(plan.lines.map((line, index) => [index + 1, line]));
  return {
    id,
    plan,
    lines: items.flatMap((line) => {
      const own = planned.get(line.position);
      return own ? [{ ...own, id: line.id }] : [];
    }),
  };
}
