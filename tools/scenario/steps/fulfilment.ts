import { createHash } from 'node:crypto';
import { lineAmountMinor, minorToText } from '#platform';
import { HttpClient, until } from '../http-client.js';
import type { Cooperative, People } from '../people.js';
import type { World } from '../reception.js';

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

/** Acceptance by each cooperative, documents from the queue, and what strangers are told about them. */
export async function fulfil(world: World, people: People, requestId: string): Promise<ProducedOrder[]> {
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
