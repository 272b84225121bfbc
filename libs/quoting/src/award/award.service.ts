import { Injectable } from '@nestjs/common';
import { Certificates, type HeldCertificate, Schemes } from '#compliance';
import { assertVersion, errors, nextState, type Tx } from '#platform';
import { type RequestForAward, Requests } from '#sourcing';
import { quotingErrors } from '../quoting.errors.js';
import { AwardLimit } from './award-limit.js';
import {
  databaseDay,
  loadAllocations,
  loadAward,
  type LoadedAward,
  loadOffers,
  type Offer,
  type StoredAllocation,
} from './award.queries.js';
import { assertNoProblems } from './award-refusal.js';
import { awardProblems, awardTransitions, storedPriceProblems } from './award.rules.js';
import { lockRequest, missingCertificates, termsOf } from './award-facts.js';
import { QuoteOutcomes } from './quote-outcomes.js';
import type { SealedAward, SealedSupplier } from './sealed-award.js';

/** Confirms awards, within the transaction that issues their orders. */
@Injectable()
export class AwardService {
  constructor(
    private readonly requests: Requests,
    private readonly certificates: Certificates,
    private readonly schemes: Schemes,
    private readonly limit: AwardLimit,
    private readonly outcomes: QuoteOutcomes,
  ) {}

  /**
   * Confirms an award once and whole: under the request's lock every rule is checked again, quotes get their outcome,
   * the request becomes awarded. `approvedBy` is the approver where the award waited for one, null where it is within the limit.
   * @throws DomainError `award_already_made`, `wrong_state`, `version_conflict`, `award_needs_approval`, `approver_is_proposer`,
   * or the code of the rule that is broken, with every breach in its errors
   */
  async seal(
    tx: Tx,
    awardId: string,
    version: number,
    as: { approvedBy: string | null },
  ): Promise<SealedAward> {
    // Always the request before the award, so that two confirmations wait for each other and never in a circle.
    const { requestId } = await loadAward(tx, awardId);
    const request = await lockRequest(tx, this.requests, requestId);
    const award = await loadAward(tx, awardId, 'for update');
    const state = nextState(
      awardTransitions,
      award.state,
      as.approvedBy === null ? 'confirm' : 'approve',
      'award',
    );
    assertVersion(award, version);
    const needsApproval = await this.assertMayConfirm(tx, award, as.approvedBy);

    const allocations = await loadAllocations(tx, awardId);
    const offers = await this.offersOf(tx, request, allocations);
    const suppliers = [...new Set(allocations.map((one) => one.cooperativeId))];
    const held = await this.certificates.held(tx, suppliers, request.schemeIds);
    const missing = missingCertificates(
      suppliers.map((id) => ({ id, name: nameOf(offers, id) })),
      await this.schemes.byIds(tx, request.schemeIds),
      held,
    );
    assertNoProblems([
      ...awardProblems(termsOf(request), offers, allocations, { today: await databaseDay(tx), missing }),
      ...storedPriceProblems(offers, allocations),
    ]);

    const confirmed = await tx.execute(
      `update award set state = $3, needs_approval = $4, approved_by = $5, approved_at = case when $5::uuid is null then null else weftway_now() end,
              confirmed_by = $6, confirmed_at = weftway_now(), version = version + 1
        where id = $1 and version = $2`,
      [awardId, version, state, needsApproval, as.approvedBy, tx.actor.personId],
    );
    if (confirmed !== 1) {
      throw errors.version_conflict();
    }
    await this.outcomes.decide(tx, awardId, request);
    await this.requests.markAwarded(tx, request.id);
    tx.record({
      action: 'award.confirmed',
      subjectType: 'award',
      subjectId: awardId,
      from: award.state,
      to: state,
      detail: {
        requestId: request.id,
        approvedBy: as.approvedBy,
        currency: award.currency,
        totalMinor: award.totalMinor,
      },
    });
    return {
      id: awardId,
      requestId: request.id,
      request,
      suppliers: suppliersOf(request, allocations, offers, held),
    };
  }

  /** An award above the limit is confirmed by an approver who did not propose it; the limit is asked anew. */
  private async assertMayConfirm(tx: Tx, award: LoadedAward, approvedBy: string | null): Promise<boolean> {
    if (approvedBy !== null && approvedBy === award.proposedBy) {
      throw quotingErrors.approver_is_proposer();
    }
    const needsApproval =
      award.needsApproval ||
      (await this.limit.isExceeded(tx, award.buyerId, BigInt(award.totalMinor), award.currency));
    if (needsApproval && approvedBy === null) {
      throw quotingErrors.award_needs_approval();
    }
    return needsApproval;
  }

  private async offersOf(
    tx: Tx,
    request: RequestForAward,
    allocations: readonly StoredAllocation[],
  ): Promise<Map<string, Offer>> {
    if (allocations.length === 0) {
      throw quotingErrors.award_without_allocations();
    }
    return loadOffers(
      tx,
      request.id,
      [...new Set(allocations.map((one) => one.quoteId))],
      [...new Set(allocations.map((one) => one.requestLineId))],
    );
  }
}

function nameOf(offers: ReadonlyMap<string, Offer>, cooperativeId: string): string {
  return [...offers.values()].find((offer) => offer.cooperativeId === cooperativeId)?.cooperative ?? '';
}

function suppliersOf(
  request: RequestForAward,
  allocations: readonly StoredAllocation[],
  offers: ReadonlyMap<string, Offer>,
  held: readonly HeldCertificate[],
): SealedSupplier[] {
  const asked = new Map(request.lines.map((line) => [line.id, line]));
  const suppliers = new Map<string, SealedSupplier>();
  for (const allocation of allocations) {
    const offer = offers.get(allocation.quoteId);
    const offered = offer?.lines.get(allocation.requestLineId);
    const line = asked.get(allocation.requestLineId);
    if (!offer || !offered || !line) {
      // The rules above have refused what is not of this request.
      throw new Error(
        `Allocation of line ${allocation.requestLineId} lost its quote while the request was locked`,
      );
    }
    const supplier = suppliers.get(offer.id) ?? {
      cooperativeId: offer.cooperativeId,
      quoteId: offer.id,
      quoteReference: offer.reference,
      quoteRevision: offer.revision,
      currency: offer.currency,
      terms: offer.terms,
      certificates: held.filter((certificate) => certificate.cooperativeId === offer.cooperativeId),
      lines: [],
    };
    suppliers.set(offer.id, supplier);
    supplier.lines.push({
      requestLineId: line.id,
      position: line.position,
      sku: line.sku,
      description: line.description,
      specification: line.specification,
      hsCode: line.hsCode,
      unitCode: line.unitCode,
      neededBy: line.neededBy,
      leadTimeDays: offered.leadTimeDays,
      quantity: allocation.quantity,
      unitPrice: allocation.unitPrice,
      priceBaseQuantity: allocation.priceBaseQuantity,
      listUnitPrice: offered.unitPrice,
      priceBreakFrom: allocation.priceBreakFrom,
      amountMinor: allocation.amountMinor,
    });
  }
  return [...suppliers.values()];
}
