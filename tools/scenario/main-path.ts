import { gatherPeople, type People } from './people.js';
import type { World } from './reception.js';
import { awardSplit, tryUncertified } from './steps/awarding.js';
import { certify } from './steps/certification.js';
import { fulfil, type ProducedOrder } from './steps/fulfilment.js';
import { quoteAll } from './steps/quoting.js';
import { awaitClosing, postRequest } from './steps/requesting.js';

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
