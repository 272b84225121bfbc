import { PurchaseOrderService } from '#ordering';
import { Database, systemActor } from '#platform';
import type { TestContext } from '../support/context.js';

/**
 * Bugs that somebody could write tomorrow, planted into a running application to see that the attacks find them. They are made here, by
 * replacing what a service does in this process: the product has no switch for them that a start could be given.
 */
export type Planted = 'an unscoped query' | 'a list that fails' | 'an answer with a field too many';

/** Plants one; the function that it gives mends it again. */
export function plant(context: TestContext, bug: Planted): () => void {
  const orders = context.get(PurchaseOrderService);
  const byId = orders.byId.bind(orders);
  const list = orders.list.bind(orders);
  switch (bug) {
    case 'an unscoped query':
      // Neither `where buyer_id = …` nor the policies' organisation: the way of someone in a hurry.
      orders.byId = async (actor, side, id) =>
        context.get(Database).read(systemActor(actor.requestId), async (tx) => {
          const owner = await tx.one<{ buyer: string; cooperative: string }>(
            'select buyer_id as buyer, cooperative_id as cooperative from purchase_order where id = $1',
            [id],
          );
          return byId(
            { ...actor, kind: side === 'buyer' ? 'retailer' : 'cooperative', organisationId: owner[side] },
            side,
            id,
          );
        });
      break;
    case 'a list that fails':
      orders.list = async () => {
        throw new Error('planted');
      };
      break;
    case 'an answer with a field too many':
      orders.list = async (...parameters) => {
        const page = await list(...parameters);
        return { ...page, total: page.items.length };
      };
  }
  return () => {
    orders.byId = byId;
    orders.list = list;
  };
}
