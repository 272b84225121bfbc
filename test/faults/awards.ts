import type { HttpClient } from '../../tools/scenario/http-client.js';
import type { Running } from './running.js';

export interface DraftedAward {
  id: string;
  etag: string | null;
}

/** Each award goes to this many cooperatives, an order each. */
export const ordersOfAward = 4;

/** Closed requests, each with an award in draft: four lines, each of another cooperative. All through HTTP. */
export async function draftAwards(running: Running, howMany: number): Promise<DraftedAward[]> {
  const requests = await Promise.all(Array.from({ length: howMany }, () => publishQuoted(running)));
  await running.peek(`update clock set ahead = ahead + interval '2 hours'`);
  return Promise.all(requests.map((request) => propose(running, request)));
}

interface QuotedRequest {
  id: string;
  allocations: { requestLineId: string; quoteId: string; quantity: string }[];
}

async function publishQuoted({ people, peek }: Running): Promise<QuotedRequest> {
  const { buyer, approver } = people;
  const cooperatives = people.cooperatives.slice(0, ordersOfAward);
  const [{ now } = { now: new Date() }] = await peek<{ now: Date }>('select weftway_now() as now');
  const made = await buyer.post<{ id: string }>('/v1/buyer/requests', {
    title: 'Baskets by the dozen',
    currency: 'EUR',
    partialWelcome: true,
    splitWelcome: true,
    deadline: new Date(now.getTime() + 3_600_000).toISOString(),
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    lines: cooperatives.map((_, index) => ({
      description: `Sisal basket, size ${index + 1}`,
      quantity: '12',
      unitCode: 'C62',
    })),
  });
  const at = `/v1/buyer/requests/${made.body.id}`;
  const lines = (await buyer.get<{ items: { id: string }[] }>(`${at}/lines`)).body.items;
  await buyer.post(`${at}/invitations`, { cooperativeIds: cooperatives.map((one) => one.id) });
  await buyer.post(`${at}/publication`, undefined, { ifMatch: (await buyer.get(at)).etag });
  const published = await buyer.get<{ state: string }>(at);
  if (published.body.state === 'awaiting_approval') {
    await approver.post(`${at}/approval`, undefined, { ifMatch: published.etag });
  }
  const allocations = await Promise.all(
    cooperatives.map(async ({ manager }, index) => {
      const quote = `/v1/cooperative/requests/${made.body.id}/quote`;
      const requestLineId = lines[index]?.id ?? '';
      const saved = await manager.put<{ id: string }>(quote, {
        currency: 'EUR',
        validUntil: new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10),
        lines: [{ requestLineId, quantity: '12', unitPrice: '1.25', leadTimeDays: 30 }],
      });
      await manager.post(`${quote}/submission`, undefined, { ifMatch: saved.etag });
      return { requestLineId, quoteId: saved.body.id, quantity: '12' };
    }),
  );
  return { id: made.body.id, allocations };
}

async function propose({ people }: Running, request: QuotedRequest): Promise<DraftedAward> {
  const made = await people.buyer.post<{ id: string }>(`/v1/buyer/requests/${request.id}/awards`, {
    allocations: request.allocations,
    reason: 'Each makes one size',
  });
  return { id: made.body.id, etag: (await people.buyer.get(`/v1/buyer/awards/${made.body.id}`)).etag };
}

export function confirm(buyer: HttpClient, award: DraftedAward): Promise<unknown> {
  return buyer.post(`/v1/buyer/awards/${award.id}/confirmation`, undefined, { ifMatch: award.etag });
}

/** What must hold of all orders, whatever was killed: numbers without gap, four to an award or none. */
export async function orderBook(
  running: Running,
): Promise<{ numbers: number[]; perAward: Map<string, number>; brokenChains: number }> {
  const orders = await running.peek<{ award_id: string; number: string }>(
    'select award_id, number from purchase_order order by number',
  );
  const perAward = new Map<string, number>();
  for (const order of orders) {
    perAward.set(order.award_id, (perAward.get(order.award_id) ?? 0) + 1);
  }
  const broken = await running.peek('select * from audit_breaks()');
  return {
    numbers: orders.map((order) => Number(order.number)),
    perAward,
    brokenChains: broken.length,
  };
}

/** 1, 2, 3 … */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
