import type { HttpClient } from '../scenario/http-client.js';
import type { Cooperative } from '../scenario/people.js';
import { inTurn, upTo } from './in-turn.js';
import { moveClock, type Running } from './running.js';

export interface DraftedAward {
  id: string;
  requestId: string;
  etag: string | null;
}

/** How the awards are to be: each request has a line for each cooperative, so that each award makes as many orders. */
export interface Drafting {
  awards: number;
  ordersEach: number;
}

const atOnce = 6;

/** Brings in cooperatives by the front door until there are so many. */
export async function admitCooperatives(running: Running, howMany: number): Promise<void> {
  const { reception, cooperatives } = running.people;
  const missing = upTo(howMany).slice(cooperatives.length);
  const added = await inTurn(missing, atOnce, async (number): Promise<Cooperative> => {
    const name = `Weavers of Valley ${nameOf(number)}`;
    const { id, email } = await reception.admit('cooperative', {
      name,
      country: 'KE',
      city: 'Machakos',
      currency: 'EUR',
    });
    const manager = await reception.accept(email, `Manager ${number}`);
    await manager.put('/v1/cooperative/profile', {
      place: 'Machakos',
      founded: 2010,
      makers: 20,
      makersWomen: 15,
      languages: ['en'],
      published: true,
      story: 'Baskets by their makers.',
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '4000' }],
    });
    return { id, name, manager, certified: false };
  });
  cooperatives.push(...added);
}

/** A number in letters: names become addresses, which keep letters alone. */
function nameOf(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** Closed requests, each with an award in draft. All through HTTP. */
export async function draftAwards(
  running: Running,
  { awards, ordersEach }: Drafting,
): Promise<DraftedAward[]> {
  await admitCooperatives(running, ordersEach);
  const requests = await inTurn(upTo(awards), atOnce, () => publishQuoted(running, ordersEach));
  await moveClock(running, '2 days');
  return inTurn(requests, atOnce, (request) => propose(running, request));
}

export interface QuotedRequest {
  id: string;
  allocations: { requestLineId: string; quoteId: string; quantity: string }[];
}

/** An open request for baskets, a line for each of the first cooperatives, without any quote yet. */
export async function publishRequest(
  { people, peek }: Running,
  invited: readonly Cooperative[],
  deadlineInMs = 86_400_000,
): Promise<{ id: string; lines: { id: string }[] }> {
  const { buyer, approver } = people;
  const [{ now } = { now: new Date() }] = await peek<{ now: Date }>('select weftway_clock() as now');
  const made = await buyer.post<{ id: string }>('/v1/buyer/requests', {
    title: 'Baskets by the dozen',
    currency: 'EUR',
    partialWelcome: true,
    splitWelcome: true,
    deadline: new Date(now.getTime() + deadlineInMs).toISOString(),
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    lines: invited.map((_, index) => ({
      description: `Sisal basket, size ${index + 1}`,
      quantity: '12',
      unitCode: 'C62',
    })),
  });
  const at = `/v1/buyer/requests/${made.body.id}`;
  const lines = (await buyer.get<{ items: { id: string }[] }>(`${at}/lines?limit=2000`)).body.items;
  await buyer.post(`${at}/invitations`, { cooperativeIds: invited.map((one) => one.id) });
  await buyer.post(`${at}/publication`, undefined, { ifMatch: (await buyer.get(at)).etag });
  const published = await buyer.get<{ state: string }>(at);
  if (published.body.state === 'awaiting_approval') {
    await approver.post(`${at}/approval`, undefined, { ifMatch: published.etag });
  }
  return { id: made.body.id, lines };
}

/** What a cooperative offers for one line. */
export function quoteBody(requestLineId: string, unitPrice = '1.25'): object {
  return {
    currency: 'EUR',
    validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
    lines: [{ requestLineId, quantity: '12', unitPrice, leadTimeDays: 30 }],
  };
}

async function publishQuoted(running: Running, ordersEach: number): Promise<QuotedRequest> {
  const invited = running.people.cooperatives.slice(0, ordersEach);
  const { id, lines } = await publishRequest(running, invited);
  const allocations = await inTurn(invited, atOnce, async ({ manager }, index) => {
    const requestLineId = lines[index]?.id ?? '';
    const quote = `/v1/cooperative/requests/${id}/quote`;
    const saved = await manager.put<{ id: string }>(quote, quoteBody(requestLineId));
    await manager.post(`${quote}/submission`, undefined, { ifMatch: saved.etag });
    return { requestLineId, quoteId: saved.body.id, quantity: '12' };
  });
  return { id, allocations };
}

export async function propose({ people }: Running, request: QuotedRequest): Promise<DraftedAward> {
  const made = await people.buyer.post<{ id: string }>(`/v1/buyer/requests/${request.id}/awards`, {
    allocations: request.allocations,
    reason: 'Each makes one size',
  });
  const { etag } = await people.buyer.get(`/v1/buyer/awards/${made.body.id}`);
  return { id: made.body.id, requestId: request.id, etag };
}

/** Confirms an award as its button does; with an Idempotency-Key the same press may be repeated. */
export function confirm(
  buyer: HttpClient,
  award: DraftedAward,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return buyer.post(`/v1/buyer/awards/${award.id}/confirmation`, undefined, {
    ifMatch: award.etag,
    headers: { ...headers },
  });
}
