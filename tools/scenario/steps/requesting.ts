import { until } from '../http-client.js';
import type { People } from '../people.js';

export interface RequestLine {
  id: string;
  position: number;
  quantity: string;
}

/** Imports the sheet, invites, publishes, and has it approved where it is above the limit. */
export async function postRequest(
  people: People,
  schemeId: string,
  sheet: { name: string; bytes: Buffer },
): Promise<{ requestId: string; lines: RequestLine[] }> {
  const { buyer, approver } = people;
  const made = await buyer.post<{ id: string }>('/v1/buyer/requests', {
    title: 'Autumn home range',
    description: 'Handmade goods for sixty shops',
    currency: 'EUR',
    sealed: true,
    partialWelcome: true,
    splitWelcome: true,
    moreThanAsked: false,
    // Replaced below, once the lines are in and it is known how long quoting takes.
    deadline: new Date(Date.now() + 3_600_000).toISOString(),
    deliverBy: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10),
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: {
      name: 'Hearth and Hall warehouse',
      street: 'Maasvlakte 12',
      city: 'Rotterdam',
      postalCode: '3199 LC',
      country: 'NL',
    },
    paymentDays: 30,
    advancePercent: '40',
    schemeIds: [schemeId],
  });
  const at = `/v1/buyer/requests/${made.body.id}`;
  await buyer.upload(`${at}/lines/import?mode=replace`, sheet);
  const lines = (await buyer.get<{ items: RequestLine[] }>(`${at}/lines?limit=2000`)).body.items;
  await buyer.post(`${at}/invitations`, { cooperativeIds: people.cooperatives.map((one) => one.id) });
  const draft = await buyer.get<Record<string, unknown>>(at);
  const deadline = new Date(Date.now() + 6_000 + lines.length * 5).toISOString();
  await buyer.put(at, { ...draftOf(draft.body), deadline }, { ifMatch: draft.etag });
  await buyer.post(`${at}/publication`, undefined, { ifMatch: (await buyer.get(at)).etag });
  const published = await buyer.get<{ state: string }>(at);
  if (published.body.state === 'awaiting_approval') {
    // Above the retailer's limit: whoever asked cannot release it.
    await buyer.post(`${at}/approval`, undefined, { ifMatch: published.etag, expect: 403 });
    await approver.post(`${at}/approval`, undefined, { ifMatch: published.etag });
  }
  return { requestId: made.body.id, lines };
}

/** The part of a request's view that its PUT takes. */
function draftOf(view: Record<string, unknown>): Record<string, unknown> {
  const names = [
    'title',
    'description',
    'currency',
    'sealed',
    'partialWelcome',
    'splitWelcome',
    'moreThanAsked',
    'deadline',
    'deliverBy',
    'incoterm',
    'incotermPlace',
    'delivery',
    'paymentDays',
    'advancePercent',
  ];
  return Object.fromEntries(names.map((name) => [name, view[name]]));
}

export async function awaitClosing(people: People, requestId: string): Promise<{ reference: string }> {
  return until('the deadline', async () => {
    const { body } = await people.buyer.get<{ state: string; reference: string }>(
      `/v1/buyer/requests/${requestId}`,
    );
    return body.state === 'closed' ? body : null;
  });
}
