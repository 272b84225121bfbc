import { Injectable } from '@nestjs/common';
import { Organisations } from '#identity';
import { Database, minorToText, type PersonActor, takeNumbers, type Tx } from '#platform';
import { AwardService, type SealedAward } from '#quoting';
import { orderingMessages } from '../ordering.messages.js';
import { type Issue, issueDay, type IssuedOrder, ordersOf, writeOrders } from './issued-order.js';
import type { OrdersIssued } from './purchase-order.dto.js';

/** Confirms awards: seals them and issues their orders in one transaction, whole or not at all. */
@Injectable()
export class OrderingService {
  constructor(
    private readonly database: Database,
    private readonly awards: AwardService,
    private readonly organisations: Organisations,
  ) {}

  /**
   * Confirms an award that is within the limit.
   * @throws DomainError as `AwardService.seal`: `award_needs_approval` above the limit, or the code of the rule that is broken
   */
  async confirmAward(actor: PersonActor, awardId: string, version: number): Promise<OrdersIssued> {
    return this.database.inTransaction(actor, async (tx) =>
      this.issue(tx, actor, await this.awards.seal(tx, awardId, version, { approvedBy: null })),
    );
  }

  /** Confirms an award that waits for an approver, as that approver. */
  async approveAward(actor: PersonActor, awardId: string, version: number): Promise<OrdersIssued> {
    return this.database.inTransaction(actor, async (tx) =>
      this.issue(tx, actor, await this.awards.seal(tx, awardId, version, { approvedBy: actor.personId })),
    );
  }

  private async issue(tx: Tx, actor: PersonActor, award: SealedAward): Promise<OrdersIssued> {
    const { buyerId } = award.request;
    const parties = await this.organisations.parties(tx, [
      buyerId,
      ...award.suppliers.map((supplier) => supplier.cooperativeId),
    ]);
    const issue: Issue = {
      award,
      year: tx.now.getUTCFullYear(),
      at: tx.now,
      day: issueDay(parties, buyerId, tx.now),
      by: actor.personId,
    };
    // As late as can be: from here to the commit, the retailer's other confirmations wait for the counter.
    const firstNumber = await takeNumbers(
      tx,
      { organisationId: buyerId, kind: 'purchase_order', year: issue.year },
      award.suppliers.length,
    );
    const orders = ordersOf(issue, parties, firstNumber);
    await writeOrders(tx, issue, orders);
    for (const order of orders) {
      noteIssue(tx, award, order);
    }
    return { awardId: award.id, orders: orders.map(answerOf) };
  }
}

function noteIssue(tx: Tx, award: SealedAward, order: IssuedOrder): void {
  tx.record({
    action: 'order.issued',
    subjectType: 'purchase_order',
    subjectId: order.id,
    to: 'issued',
    detail: {
      reference: order.reference,
      awardId: award.id,
      cooperativeId: order.supplier.cooperativeId,
      currency: order.supplier.currency,
      totalMinor: order.totalMinor.toString(),
    },
  });
  tx.announce(orderingMessages.orderIssued(order.id));
}

function answerOf(order: IssuedOrder): OrdersIssued['orders'][number] {
  return {
    id: order.id,
    reference: order.reference,
    cooperativeId: order.supplier.cooperativeId,
    cooperative: order.parties.seller.name,
    currency: order.supplier.currency,
    total: minorToText(order.totalMinor, order.supplier.currency),
  };
}
