import { v7 as uuidv7 } from 'uuid';
import { OrderDocumentService, OrderingService, PurchaseOrderService, VerificationService } from '#ordering';
import type { Delivery, PersonActor } from '#platform';
import type { TestContext } from '../../support/context.js';
import { type PublishedRequest, type Scene, setScene } from '../quoting/scene.js';

export interface DraftedAward {
  id: string;
  version: number;
  requestId: string;
}

export interface Awarding {
  scene: Scene;
  /** Two cooperatives that quote on everything. */
  weavers: PersonActor;
  plaiters: PersonActor;
  ordering: OrderingService;
  orders: PurchaseOrderService;
  documents: OrderDocumentService;
  verification: VerificationService;
  /** Closed requests, each with an award in draft that splits it over both cooperatives: 300 + 100 baskets, 50 mats. */
  drafted: (howMany: number) => Promise<DraftedAward[]>;
  draftedOne: () => Promise<DraftedAward>;
  /** The orders of a new award: the plaiters', then the weavers'. */
  issued: () => Promise<{ plaiters: string; weavers: string; award: DraftedAward }>;
}

export async function prepareAwards(context: TestContext): Promise<Awarding> {
  const scene = await setScene(context);
  const weavers = await scene.cooperative('Weavers of Machakos');
  const plaiters = await scene.cooperative('Plaiters of Bhuj');
  const { requester } = scene.buyer;

  const drafted = async (howMany: number): Promise<DraftedAward[]> => {
    const quoted: { request: PublishedRequest; weaversQuote: string; plaitersQuote: string }[] = [];
    for (let count = 0; count < howMany; count += 1) {
      const request = await scene.request([weavers, plaiters]);
      const weaversQuote = (await scene.quoted(weavers, request)).id;
      const plaitersQuote = (await scene.quoted(plaiters, request, { currency: 'USD', terms: null })).id;
      quoted.push({ request, weaversQuote, plaitersQuote });
    }
    await context.advanceClock(25);
    const awards: DraftedAward[] = [];
    for (const { request, weaversQuote, plaitersQuote } of quoted) {
      const award = await scene.services.proposals.propose(
        requester,
        request.id,
        scene.allocate(
          [request.lines.baskets, weaversQuote, '300'],
          [request.lines.baskets, plaitersQuote, '100'],
          [request.lines.mats, plaitersQuote, '50'],
        ),
      );
      awards.push({ id: award.id, version: award.version, requestId: request.id });
    }
    return awards;
  };
  const draftedOne = async (): Promise<DraftedAward> => {
    const [award] = await drafted(1);
    if (!award) {
      throw new Error('No award was drafted');
    }
    return award;
  };
  const ordering = context.get(OrderingService);
  return {
    scene,
    weavers,
    plaiters,
    ordering,
    orders: context.get(PurchaseOrderService),
    documents: context.get(OrderDocumentService),
    verification: context.get(VerificationService),
    drafted,
    draftedOne,
    issued: async () => {
      const award = await draftedOne();
      const { orders } = await ordering.confirmAward(requester, award.id, award.version);
      const of = (cooperative: PersonActor): string =>
        orders.find((order) => order.cooperativeId === cooperative.organisationId)?.id ?? '';
      return { plaiters: of(plaiters), weavers: of(weavers), award };
    },
  };
}

/** A promise of the outbox as the queue delivers it. */
export function deliveryOf(type: string, payload: Delivery['payload']): Delivery {
  return { messageId: uuidv7(), type, payload, attempt: 1, last: false };
}

/** Everything that confirming an award could change. */
export async function everythingOrdered(context: TestContext): Promise<unknown> {
  const [row] = await context.peek<{ everything: unknown }>(
    `select jsonb_build_object(
       'requests', (select jsonb_agg(jsonb_build_array(id, state, version) order by id) from request),
       'quotes', (select jsonb_agg(to_jsonb(q) order by id) from quote q),
       'awards', (select jsonb_agg(to_jsonb(a) order by id) from award a),
       'orders', (select jsonb_agg(to_jsonb(o) order by id) from purchase_order o),
       'lines', (select count(*) from purchase_order_line), 'certificates', (select count(*) from purchase_order_certificate),
       'documents', (select jsonb_agg(to_jsonb(d) order by order_id, revision, kind) from order_document d),
       'numbers', (select jsonb_agg(to_jsonb(n) order by organisation_id, kind, year) from number_series n),
       'outbox', (select count(*) from outbox_message), 'audit', (select count(*) from audit_entry)) as everything`,
  );
  return row?.everything;
}
