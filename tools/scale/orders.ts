import { createHash } from 'node:crypto';
import { until } from '../scenario/http-client.js';
import type { People } from '../scenario/people.js';
import type { Cluster } from './cluster.js';

/** Each award goes to so many cooperatives, an order each. */
export const ordersOfAward = 4;

interface Drafted {
  id: string;
  etag: string | null;
}

/** Closed requests, each with an award in draft, all through the proxy. */
export async function draftAwards(cluster: Cluster, people: People, howMany: number): Promise<Drafted[]> {
  const requests: { id: string; allocations: object[] }[] = [];
  for (let made = 0; made < howMany; made += 1) {
    requests.push(await publishQuoted(cluster, people));
  }
  await cluster.peek(`update clock set ahead = ahead + interval '2 hours'`);
  const drafts: Drafted[] = [];
  for (const { id, allocations } of requests) {
    const { body } = await people.buyer.post<{ id: string }>(`/v1/buyer/requests/${id}/awards`, {
      allocations,
      reason: 'Each makes one size',
    });
    drafts.push({ id: body.id, etag: (await people.buyer.get(`/v1/buyer/awards/${body.id}`)).etag });
  }
  return drafts;
}

async function publishQuoted(
  cluster: Cluster,
  people: People,
): Promise<{ id: string; allocations: object[] }> {
  const { buyer, approver } = people;
  const makers = people.cooperatives.slice(0, ordersOfAward);
  const [{ now } = { now: new Date() }] = await cluster.peek<{ now: Date }>('select weftway_now() as now');
  const { body } = await buyer.post<{ id: string }>('/v1/buyer/requests', {
    title: 'Baskets by the dozen',
    currency: 'EUR',
    partialWelcome: true,
    splitWelcome: true,
    deadline: new Date(now.getTime() + 3_600_000).toISOString(),
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    lines: makers.map((_, index) => ({
      description: `Basket, size ${index + 1}`,
      quantity: '12',
      unitCode: 'C62',
    })),
  });
  const at = `/v1/buyer/requests/${body.id}`;
  const lines = (await buyer.get<{ items: { id: string }[] }>(`${at}/lines`)).body.items;
  await buyer.post(`${at}/invitations`, { cooperativeIds: makers.map((one) => one.id) });
  await buyer.post(`${at}/publication`, undefined, { ifMatch: (await buyer.get(at)).etag });
  const published = await buyer.get<{ state: string }>(at);
  if (published.body.state === 'awaiting_approval') {
    await approver.post(`${at}/approval`, undefined, { ifMatch: published.etag });
  }
  const allocations: object[] = [];
  for (const [index, { manager }] of makers.entries()) {
    const requestLineId = lines[index]?.id ?? '';
    const quote = `/v1/cooperative/requests/${body.id}/quote`;
    const saved = await manager.put<{ id: string }>(quote, {
      currency: 'EUR',
      validUntil: new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10),
      lines: [{ requestLineId, quantity: '12', unitPrice: '1.25', leadTimeDays: 30 }],
    });
    await manager.post(`${quote}/submission`, undefined, { ifMatch: saved.etag });
    allocations.push({ requestLineId, quoteId: saved.body.id, quantity: '12' });
  }
  return { id: body.id, allocations };
}

export async function confirm(people: People, award: Drafted): Promise<void> {
  await people.buyer.post(`/v1/buyer/awards/${award.id}/confirmation`, undefined, { ifMatch: award.etag });
}

export async function unready(cluster: Cluster): Promise<number> {
  const [row] = await cluster.peek<{ unready: number }>(
    `select count(*) filter (where state <> 'ready')::int as unready from order_document`,
  );
  return row?.unready ?? 0;
}

/** Waits until every order has its papers and every promise is kept, but for deadlines, which wait by the true clock. */
export async function settled(cluster: Cluster, seconds: number): Promise<void> {
  await until(
    'the papers of every order',
    async () => ((await unready(cluster)) === 0 ? true : null),
    seconds,
  );
  await until(
    'every promise of the outbox',
    async () => {
      const open = await cluster.peek(
        `select from outbox_message m left join outbox_delivery d on d.message_id = m.id
          where (m.relayed_at is null or (d.message_id is not null and d.done_at is null))
            and m.available_at <= weftway_now() and m.type <> 'request.deadline'`,
      );
      return open.length === 0 ? true : null;
    },
    seconds,
  );
}

/** What is lost or doubled of the buyer's orders, in words; each paper is fetched through the proxy and compared with its hash. */
export async function faultsOfOrders(cluster: Cluster, people: People, expected: number): Promise<string[]> {
  const faults: string[] = [];
  const orders = await cluster.peek<{ id: string; reference: string; number: string }>(
    'select id, reference, number from purchase_order order by number',
  );
  if (orders.length !== expected || orders.some((order, index) => Number(order.number) !== index + 1)) {
    faults.push(
      `orders 1 to ${expected} were to be, there are ${orders.map((order) => order.number).join()}`,
    );
  }
  const documents = await cluster.peek<{ order_id: string; kind: string; sha256: string }>(
    'select order_id, kind, sha256 from order_document',
  );
  for (const { id, reference } of orders) {
    for (const kind of ['pdf', 'ubl']) {
      const [recorded, ...more] = documents.filter((one) => one.order_id === id && one.kind === kind);
      const content = await people.buyer.download(`/v1/buyer/orders/${id}/documents/${kind}`);
      const hash = createHash('sha256').update(content).digest('hex');
      if (!recorded || more.length > 0 || recorded.sha256 !== hash) {
        faults.push(`${reference} ${kind} is not the one that was recorded`);
      }
    }
  }
  const twice = await cluster.peek(
    `select from audit_entry where action = 'order_document.ready' group by subject_id, detail->>'kind' having count(*) > 1`,
  );
  const mailed = await cluster.peek(
    `select from outbox_message where type = 'order.documents_ready' group by payload->>'orderId' having count(*) > 1`,
  );
  if (twice.length + mailed.length > 0) {
    faults.push(`${twice.length} papers were made and ${mailed.length} told twice`);
  }
  const broken = await cluster.peek('select from audit_breaks()');
  return broken.length > 0 ? [...faults, `${broken.length} breaks in audit chains`] : faults;
}
