import { exact } from '#platform';
import { UnexpectedAnswer } from '../http-client.js';
import type { People } from '../people.js';
import type { RequestLine } from './requesting.js';

/** Odd prices and quantities on purpose: amounts must come out exact. */
export async function quoteAll(
  people: People,
  requestId: string,
  lines: readonly RequestLine[],
): Promise<void> {
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
