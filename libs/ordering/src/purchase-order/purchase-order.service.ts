import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Database,
  errors,
  type OrganisationActor,
  type OutboxMessage,
  type Page,
  pageStart,
  type PersonActor,
  Settings,
  toPage,
  type Tx,
} from '#platform';
import { orderingMessages } from '../ordering.messages.js';
import type { OrderQuery, OrderRow, OrderView } from './purchase-order.dto.js';
import { listOrders, lockOrder, readOrder, type Side } from './purchase-order.queries.js';
import { orderAfter, type OrderEvent, type OrderState } from './purchase-order.rules.js';

/** What happens to an order, who did it, and the columns beside its state. */
interface Step {
  side: Side;
  event: OrderEvent;
  /** Assignments with `$3` for the person and `$4` for the reason. */
  assignments: string;
  reason: string | null;
  announce: (orderId: string) => OutboxMessage;
}

const response = 'responded_by = $3, responded_at = weftway_now(), response_reason = $4';
const cancellation = 'cancelled_by = $3, cancelled_at = weftway_now(), cancellation_reason = $4';

/** Orders from their issue on: read by both parties, answered by the cooperative, cancelled by the buyer. */
@Injectable()
export class PurchaseOrderService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async list(actor: OrganisationActor, side: Side, query: OrderQuery): Promise<Page<OrderRow>> {
    const start = pageStart(query);
    return toPage(await this.database.read(actor, (tx) => listOrders(tx, actor, side, query, start)), start);
  }

  async byId(actor: OrganisationActor, side: Side, id: string): Promise<OrderView> {
    return this.database.read(actor, (tx) => this.view(tx, actor, side, id));
  }

  async accept(actor: PersonActor, id: string, version: number): Promise<OrderView> {
    return this.step(actor, id, version, {
      side: 'cooperative',
      event: 'accept',
      assignments: response,
      reason: null,
      announce: orderingMessages.orderAccepted,
    });
  }

  async reject(actor: PersonActor, id: string, version: number, reason: string): Promise<OrderView> {
    return this.step(actor, id, version, {
      side: 'cooperative',
      event: 'reject',
      assignments: response,
      reason,
      announce: orderingMessages.orderRejected,
    });
  }

  async cancel(actor: PersonActor, id: string, version: number, reason: string): Promise<OrderView> {
    return this.step(actor, id, version, {
      side: 'buyer',
      event: 'cancel',
      assignments: cancellation,
      reason,
      announce: orderingMessages.orderCancelled,
    });
  }

  private async step(actor: PersonActor, id: string, version: number, step: Step): Promise<OrderView> {
    return this.database.inTransaction(actor, async (tx) => {
      const order = await lockOrder(tx, actor, step.side, id);
      const state: OrderState = orderAfter(order.state, step.event);
      assertVersion(order, version);
      const changed = await tx.execute(
        `update purchase_order set state = $2, ${step.assignments}, version = version + 1 where id = $1 and version = $5`,
        [id, state, actor.personId, step.reason, version],
      );
      if (changed !== 1) {
        throw errors.version_conflict();
      }
      tx.record({
        action: `order.${state}`,
        subjectType: 'purchase_order',
        subjectId: id,
        from: order.state,
        to: state,
        detail: { reference: order.reference, ...(step.reason !== null && { reason: step.reason }) },
      });
      tx.announce(step.announce(id));
      return this.view(tx, actor, step.side, id);
    });
  }

  private view(tx: Tx, actor: OrganisationActor, side: Side, id: string): Promise<OrderView> {
    return readOrder(tx, actor, side, id, this.settings.publicUrl);
  }
}
