import { exact } from '#platform';
import { type HttpClient, UnexpectedAnswer } from '../http-client.js';
import type { People } from '../people.js';
import type { RequestLine } from './requesting.js';

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

/** An award to a cooperative without the certificate is refused, and says so. */
export async function tryUncertified(
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
export async function awardSplit(
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
