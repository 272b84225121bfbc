import { createHash } from 'node:crypto';
import { exact, lineAmountMinor, minorToText } from '#platform';
import { HttpClient, UnexpectedAnswer, until } from './http-client.js';
import { type Cooperative, gatherPeople, type People } from './people.js';
import type { World } from './reception.js';

export interface ProducedOrder {
  id: string;
  reference: string;
  cooperative: string;
  currency: string;
  total: string;
  lines: number;
  pdf: Buffer;
  pdfSha256: string;
  xml: Buffer;
  verifyUrl: string;
}

export interface Walked {
  people: People;
  request: { id: string; reference: string; lines: number };
  awardId: string;
  awardTotal: string;
  refused: { code: string; detail: string };
  orders: ProducedOrder[];
  comparison: Buffer;
  /** Seconds of each step by its name. */
  seconds: Record<string, number>;
}

interface RequestLine {
  id: string;
  position: number;
  quantity: string;
}

interface OrderView {
  id: string;
  reference: string;
  cooperative: { id: string; name: string };
  currency: string;
  total: string;
  state: string;
  verifyUrl: string;
  lines: { amount: string; quantity: string; unitPrice: string; priceBaseQuantity: string }[];
  documents: { kind: string; state: string; sha256: string | null }[];
}

/** The whole main path through HTTP alone. Anything that is not as it must be is thrown. */
export async function walkMainPath(world: World, sheet: { name: string; bytes: Buffer }): Promise<Walked> {
  const seconds: Record<string, number> = {};
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const begun = performance.now();
    const result = await work();
    seconds[name] = Math.round(performance.now() - begun) / 1000;
    return result;
  };

  const people = await step('people', () => gatherPeople(world));
  const schemeId = await step('certificates', () => certify(people));
  const { requestId, lines } = await step('request', () => postRequest(people, schemeId, sheet));
  await step('quotes', () => quoteAll(people, requestId, lines));
  const request = await step('closing', () => awaitClosing(people, requestId));
  const comparison = await step('comparison', () =>
    people.buyer.download(`/v1/buyer/requests/${requestId}/comparison.xlsx`),
  );
  const refused = await step('refusal', () => tryUncertified(people, requestId, lines));
  const award = await step('award', () => awardSplit(people, requestId, lines));
  const orders = await step('orders', () => fulfil(world, people, requestId));
  return {
    people,
    request: { id: requestId, reference: request.reference, lines: lines.length },
    awardId: award.id,
    awardTotal: award.total,
    refused,
    orders,
    comparison,
    seconds,
  };
}

/** Grants the required certificate to all but one, each by two people; one person alone is refused. */
async function certify(people: People): Promise<string> {
  const { body } = await people.buyer.get<{
    items: { id: string; code: string; criteria: { code: string }[] }[];
  }>('/v1/public/schemes');
  const scheme = body.items.find((one) => one.code === 'WFTO-GUARANTEED');
  if (!scheme) {
    throw new Error('The scheme WFTO-GUARANTEED is not seeded');
  }
  const evidence = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
  await Promise.all(
    people.cooperatives
      .filter((cooperative) => cooperative.certified)
      .map(async ({ manager, name }) => {
        const made = await manager.post<{ id: string }>('/v1/cooperative/certificates', {
          schemeId: scheme.id,
          assuranceId: people.assuranceId,
          scope: `All workshops of ${name}`,
        });
        const at = `/v1/cooperative/certificates/${made.body.id}`;
        await manager.upload(`${at}/evidence`, { name: 'guarantee-report.pdf', bytes: evidence });
        await manager.post(`${at}/submission`, undefined, { ifMatch: (await manager.get(at)).etag });
        const review = `/v1/compliance/certificates/${made.body.id}`;
        const act = async (who: HttpClient, what: string, body?: unknown, expect?: number): Promise<void> => {
          const tag = (await who.get(review)).etag;
          await who.post(`${review}/${what}`, body, {
            ifMatch: tag,
            ...(expect !== undefined && { expect }),
          });
        };
        await act(people.officer, 'review');
        await people.officer.put(`${review}/findings`, {
          findings: scheme.criteria.map(({ code }) => ({
            criterionCode: code,
            verdict: 'met',
            note: 'Seen in the report',
          })),
        });
        const today = new Date();
        const validUntil = new Date(today.getTime() + 365 * 86_400_000).toISOString().slice(0, 10);
        await act(people.officer, 'proposal', {
          verdict: 'grant',
          validFrom: today.toISOString().slice(0, 10),
          validUntil,
        });
        // The one who proposed is not the one who confirms.
        await act(people.officer, 'confirmation', undefined, 409);
        await act(people.lead, 'confirmation');
      }),
  );
  return scheme.id;
}

async function postRequest(
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

/** Odd prices and quantities on purpose: amounts must come out exact. */
async function quoteAll(people: People, requestId: string, lines: readonly RequestLine[]): Promise<void> {
  const validUntil = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const currencies = ['KES', 'USD', 'INR', 'EUR', 'EUR'];
  const scale = ['151.2', '1.1684', '109.047', '1', '1'];
  await Promise.all(
    people.cooperatives.map(async ({ manager }, index) => {
      const at = `/v1/cooperative/requests/${requestId}/quote`;
      const quoted = lines
        // Each leaves some lines out, so that no one can make everything.
        .filter((line) => line.position % 5 !== index || lines.length < 5)
        .map((line) => {
          const asked = exact(line.quantity);
          const part = asked.times(index % 2 === 0 ? '0.6' : '0.75').toDecimalPlaces(0, 0);
          // Of a line of one piece, or half a metre, nobody offers less than all.
          const share = part.gte(1) ? part : asked;
          const price = exact(scale[index] ?? '1')
            .times(exact(2 + ((line.position * 7 + index * 3) % 11)).plus('0.137'))
            .toDecimalPlaces(4);
          const step = share.div(2).toDecimalPlaces(0, 0);
          return {
            requestLineId: line.id,
            quantity: share.toFixed(),
            unitPrice: price.toFixed(),
            priceBaseQuantity: '1',
            minimumQuantity: share.gte(1) ? '1' : '0',
            leadTimeDays: 30 + index * 7,
            capacityPerMonth: share.toFixed(),
            priceBreaks: step.gt(1)
              ? [
                  {
                    fromQuantity: step.toFixed(),
                    unitPrice: price.times('0.93').toDecimalPlaces(4).toFixed(),
                  },
                ]
              : [],
          };
        });
      const saved = await manager.put(at, {
        currency: currencies[index],
        validUntil,
        terms: 'Packed flat, labelled by line.',
        lines: quoted,
      });
      await manager.post(`${at}/submission`, undefined, { ifMatch: saved.etag });
    }),
  );
  // Sealed: the buyer may know who has quoted, and no price.
  const early = await people.buyer.get<unknown>(`/v1/buyer/requests/${requestId}/comparison`);
  if (/"(unitPrice|amount|total)":"[0-9]/.test(JSON.stringify(early.body))) {
    throw new UnexpectedAnswer('The comparison of a sealed request', early.status, early.body);
  }
}

async function awaitClosing(people: People, requestId: string): Promise<{ reference: string }> {
  return until('the deadline', async () => {
    const { body } = await people.buyer.get<{ state: string; reference: string }>(
      `/v1/buyer/requests/${requestId}`,
    );
    return body.state === 'closed' ? body : null;
  });
}

interface Comparison {
  cooperatives: { cooperativeId: string; quoteId: string }[];
  lines: {
    requestLineId: string;
    position: number;
    quantity: string;
    offers: {
      quoteId: string;
      cooperativeId: string;
      quantity: string;
      minimumQuantity: string;
      convertedAmount: string | null;
    }[];
  }[];
}

async function compare(people: People, requestId: string): Promise<Comparison> {
  return (await people.buyer.get<Comparison>(`/v1/buyer/requests/${requestId}/comparison`)).body;
}

async function tryUncertified(
  people: People,
  requestId: string,
  lines: readonly RequestLine[],
): Promise<{ code: string; detail: string }> {
  const uncertified = people.cooperatives.find((one) => !one.certified);
  const comparison = await compare(people, requestId);
  const offer = comparison.lines
    .flatMap((line) => line.offers.map((one) => ({ ...one, line })))
    .find((one) => one.cooperativeId === uncertified?.id);
  if (!offer || lines.length === 0) {
    throw new Error('The uncertified cooperative is not in the comparison');
  }
  const refusal = await people.buyer
    .post<never>(`/v1/buyer/requests/${requestId}/awards`, {
      allocations: [
        { requestLineId: offer.line.requestLineId, quoteId: offer.quoteId, quantity: offer.quantity },
      ],
      reason: 'Cheapest',
    })
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (
    !(refusal instanceof UnexpectedAnswer) ||
    !JSON.stringify(refusal.body).includes('certificate_missing')
  ) {
    throw new Error(
      `An award to an uncertified cooperative was not refused as it must be: ${String(refusal)}`,
    );
  }
  const body = refusal.body as { code: string; detail: string; errors?: { code: string; detail: string }[] };
  return { code: 'certificate_missing', detail: body.errors?.[0]?.detail ?? body.detail };
}

/** Line by line the cheapest certified offers until the asked quantity is met. */
async function awardSplit(
  people: People,
  requestId: string,
  lines: readonly RequestLine[],
): Promise<{ id: string; total: string }> {
  const certified = new Set(people.cooperatives.filter((one) => one.certified).map((one) => one.id));
  const comparison = await compare(people, requestId);
  const allocations = comparison.lines.flatMap((line) => {
    let missing = exact(line.quantity);
    return line.offers
      .filter((offer) => certified.has(offer.cooperativeId))
      .sort((left, right) => exact(left.convertedAmount ?? '0').cmp(exact(right.convertedAmount ?? '0')))
      .flatMap((offer) => {
        const offered = exact(offer.quantity);
        const taken = offered.lt(missing) ? offered : missing;
        if (taken.lte(0) || taken.lt(exact(offer.minimumQuantity))) {
          return [];
        }
        missing = missing.minus(taken);
        return [{ requestLineId: line.requestLineId, quoteId: offer.quoteId, quantity: taken.toFixed() }];
      });
  });
  if (new Set(allocations.map((one) => one.quoteId)).size < Math.min(2, lines.length)) {
    throw new Error('The award was to be split over several cooperatives');
  }
  const made = await people.buyer.post<{ id: string; total: string; needsApproval: boolean }>(
    `/v1/buyer/requests/${requestId}/awards`,
    { allocations, reason: 'Cheapest certified offers, line by line' },
  );
  const at = `/v1/buyer/awards/${made.body.id}`;
  const tag = async (who: HttpClient): Promise<string | null> => (await who.get(at)).etag;
  if (made.body.needsApproval) {
    await people.buyer.post(`${at}/submission`, undefined, { ifMatch: await tag(people.buyer) });
    await people.buyer.post(`${at}/approval`, undefined, { ifMatch: await tag(people.buyer), expect: 403 });
    await people.approver.post(`${at}/approval`, undefined, { ifMatch: await tag(people.approver) });
  } else {
    await people.buyer.post(`${at}/confirmation`, undefined, { ifMatch: await tag(people.buyer) });
  }
  return made.body;
}

/** Acceptance by each cooperative, documents from the queue, and what strangers are told about them. */
async function fulfil(world: World, people: People, requestId: string): Promise<ProducedOrder[]> {
  const listed = (
    await people.buyer.get<{ items: { id: string; requestId?: string }[] }>('/v1/buyer/orders?limit=100')
  ).body.items;
  const produced = await Promise.all(
    listed.map(async ({ id }) => {
      const order = (await people.buyer.get<OrderView>(`/v1/buyer/orders/${id}`)).body;
      const cooperative = people.cooperatives.find((one) => one.id === order.cooperative.id);
      const stranger = people.cooperatives.find((one) => one.id !== order.cooperative.id);
      if (!cooperative || !stranger) {
        throw new Error(`Order ${order.reference} is of a cooperative that was not awarded`);
      }
      assertTotals(order);
      await stranger.manager.get(`/v1/cooperative/orders/${id}`, { expect: 404 });
      await accept(cooperative, id);
      const ready = await until(`the documents of ${order.reference}`, async () => {
        const { body } = await people.buyer.get<OrderView>(`/v1/buyer/orders/${id}`);
        return body.documents.every((document) => document.state === 'ready') ? body : null;
      });
      const pdf = await people.buyer.download(`/v1/buyer/orders/${id}/documents/pdf`);
      const xml = await cooperative.manager.download(`/v1/cooperative/orders/${id}/documents/ubl`);
      const pdfSha256 = createHash('sha256').update(pdf).digest('hex');
      if (ready.documents.find((document) => document.kind === 'pdf')?.sha256 !== pdfSha256) {
        throw new Error(`The PDF of ${order.reference} is not the one whose hash is recorded`);
      }
      await assertVerifies(world, order, pdf);
      return {
        id,
        reference: order.reference,
        cooperative: order.cooperative.name,
        currency: order.currency,
        total: order.total,
        lines: order.lines.length,
        pdf,
        pdfSha256,
        xml,
        verifyUrl: order.verifyUrl,
      };
    }),
  );
  if (produced.length === 0) {
    throw new Error(`The award of request ${requestId} issued no order`);
  }
  return produced.sort((left, right) => left.reference.localeCompare(right.reference));
}

async function accept(cooperative: Cooperative, orderId: string): Promise<void> {
  const at = `/v1/cooperative/orders/${orderId}`;
  await cooperative.manager.post(`${at}/acceptance`, undefined, {
    ifMatch: (await cooperative.manager.get(at)).etag,
  });
}

function assertTotals(order: OrderView): void {
  const sum = order.lines.reduce((total, line) => total + lineAmountMinor(line, order.currency), 0n);
  if (minorToText(sum, order.currency) !== order.total) {
    throw new Error(
      `${order.reference}: the lines sum to ${minorToText(sum, order.currency)}, not ${order.total}`,
    );
  }
}

async function assertVerifies(world: World, order: OrderView, pdf: Buffer): Promise<void> {
  const anyone = new HttpClient(world.url);
  const token = order.verifyUrl.split('/').at(-1) ?? '';
  const byToken = await anyone.get<{ status: string }>(`/v1/public/verify/po/${token}`);
  const byFile = await anyone.upload<{ status: string }>('/v1/public/verify/files', {
    name: 'order.pdf',
    bytes: pdf,
  });
  const altered = Buffer.from(pdf);
  altered[altered.length - 10] = (altered[altered.length - 10] ?? 0) ^ 1;
  const forged = await anyone.upload<{ status: string }>('/v1/public/verify/files', {
    name: 'order.pdf',
    bytes: altered,
  });
  if (
    byToken.body.status !== 'current' ||
    byFile.body.status !== 'current' ||
    forged.body.status !== 'unknown'
  ) {
    throw new Error(
      `${order.reference}: verification says ${byToken.body.status} by its code, ${byFile.body.status} by its file, ${forged.body.status} of a forgery`,
    );
  }
}
