import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Certificates, Schemes } from '#compliance';
import {
  assertVersion,
  Database,
  errors,
  ExchangeRates,
  nextState,
  type OrganisationActor,
  type Page,
  pageStart,
  type PersonActor,
  toPage,
  type Tx,
} from '#platform';
import { type RequestForAward, Requests } from '#sourcing';
import { converterTo } from '../conversion.js';
import { quotingErrors } from '../quoting.errors.js';
import { quotingMessages } from '../quoting.messages.js';
import { lockRequest, missingCertificates, termsOf } from './award-facts.js';
import { AwardLimit } from './award-limit.js';
import { assertNoProblems } from './award-refusal.js';
import type { AllocationInput, AwardDraft, AwardQuery, AwardRow, AwardView } from './award.dto.js';
import {
  databaseDay,
  listAwards,
  loadAward,
  type LoadedAward,
  loadOffers,
  readAward,
} from './award.queries.js';
import { type AllocationPrice, allocationPrice, awardProblems, awardTransitions } from './award.rules.js';

type PricedAllocation = AllocationInput & AllocationPrice & { quoteRevision: number; cooperativeId: string };

/** An award before it is confirmed: drafted, changed, put before an approver, or given up. */
@Injectable()
export class AwardProposalService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly certificates: Certificates,
    private readonly schemes: Schemes,
    private readonly rates: ExchangeRates,
    private readonly limit: AwardLimit,
  ) {}

  async list(
    actor: OrganisationActor,
    query: AwardQuery,
    requestId: string | null = null,
  ): Promise<Page<AwardRow>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, async (tx) => {
      if (requestId !== null) {
        await this.requests.assertOwn(tx, requestId);
      }
      return listAwards(tx, { state: query.state ?? null, requestId, search: query.search || null }, start);
    });
    return toPage(rows, start);
  }

  async byId(actor: OrganisationActor, id: string): Promise<AwardView> {
    return this.database.read(actor, (tx) => readAward(tx, id));
  }

  /** Drafts an award of a closed request; one at a time. */
  async propose(actor: PersonActor, requestId: string, input: AwardDraft): Promise<AwardView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await lockRequest(tx, this.requests, requestId);
      await assertNoneInProgress(tx, requestId);
      const priced = await this.price(tx, request, input.allocations);
      const { totalMinor, needsApproval } = await this.total(tx, request, priced);
      const id = uuidv7();
      await tx.execute(
        `insert into award (id, request_id, buyer_id, state, currency, total_minor, needs_approval, reason, proposed_by)
         values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8)`,
        [
          id,
          request.id,
          request.buyerId,
          request.currency,
          totalMinor,
          needsApproval,
          input.reason ?? null,
          actor.personId,
        ],
      );
      await insertAllocations(tx, id, request, priced);
      tx.record({
        action: 'award.drafted',
        subjectType: 'award',
        subjectId: id,
        to: 'draft',
        detail: { requestId },
      });
      return readAward(tx, id);
    });
  }

  /** Replaces a draft's allocations. Whoever does so is its proposer from then on. */
  async replace(actor: PersonActor, id: string, version: number, input: AwardDraft): Promise<AwardView> {
    return this.database.inTransaction(actor, async (tx) => {
      const { request, award } = await this.lock(tx, id);
      nextState(awardTransitions, award.state, 'change', 'award');
      assertVersion(award, version);
      const priced = await this.price(tx, request, input.allocations);
      const { totalMinor, needsApproval } = await this.total(tx, request, priced);
      await tx.execute('delete from award_allocation where award_id = $1', [id]);
      await insertAllocations(tx, id, request, priced);
      await tx.execute(
        `update award set total_minor = $2, needs_approval = $3, reason = $4, proposed_by = $5, proposed_at = weftway_now(),
                version = version + 1 where id = $1`,
        [id, totalMinor, needsApproval, input.reason ?? null, actor.personId],
      );
      tx.record({
        action: 'award.changed',
        subjectType: 'award',
        subjectId: id,
        detail: { requestId: request.id },
      });
      return readAward(tx, id);
    });
  }

  /** Puts an award that is above the limit before an approver. */
  async submit(actor: PersonActor, id: string, version: number): Promise<AwardView> {
    return this.database.inTransaction(actor, async (tx) => {
      const { award } = await this.lock(tx, id);
      const state = nextState(awardTransitions, award.state, 'submit', 'award');
      assertVersion(award, version);
      if (
        !award.needsApproval &&
        !(await this.limit.isExceeded(tx, award.buyerId, BigInt(award.totalMinor), award.currency))
      ) {
        throw quotingErrors.approval_not_needed();
      }
      await tx.execute(
        'update award set state = $2, needs_approval = true, version = version + 1 where id = $1',
        [id, state],
      );
      tx.record({
        action: 'award.approval_asked',
        subjectType: 'award',
        subjectId: id,
        from: award.state,
        to: state,
        detail: { currency: award.currency, totalMinor: award.totalMinor },
      });
      tx.announce(quotingMessages.awardApprovalAsked(id));
      return readAward(tx, id);
    });
  }

  /** An approver rejects, or the proposer gives up. The request can be awarded differently after it. */
  async reject(actor: PersonActor, id: string, version: number, reason: string): Promise<AwardView> {
    return this.database.inTransaction(actor, async (tx) => {
      const { award } = await this.lock(tx, id);
      if (award.proposedBy !== actor.personId && !actor.permissions.has('awards.approve')) {
        throw errors.not_permitted({
          detail: 'An award is rejected by an approver, or given up by whoever proposed it.',
        });
      }
      const state = nextState(awardTransitions, award.state, 'reject', 'award');
      assertVersion(award, version);
      await tx.execute(
        'update award set state = $2, rejection_reason = $3, version = version + 1 where id = $1',
        [id, state, reason],
      );
      tx.record({
        action: 'award.rejected',
        subjectType: 'award',
        subjectId: id,
        from: award.state,
        to: state,
        detail: { reason },
      });
      return readAward(tx, id);
    });
  }

  /** The request before the award, as everywhere, so that nobody waits in a circle. */
  private async lock(tx: Tx, id: string): Promise<{ request: RequestForAward; award: LoadedAward }> {
    const { requestId } = await loadAward(tx, id);
    const request = await lockRequest(tx, this.requests, requestId);
    return { request, award: await loadAward(tx, id, 'for update') };
  }

  /** Checks every rule and says what each allocation costs. */
  private async price(
    tx: Tx,
    request: RequestForAward,
    allocations: readonly AllocationInput[],
  ): Promise<PricedAllocation[]> {
    const offers = await loadOffers(
      tx,
      request.id,
      [...new Set(allocations.map((one) => one.quoteId))],
      [...new Set(allocations.map((one) => one.requestLineId))],
    );
    const cooperatives = [...offers.values()].map((offer) => ({
      id: offer.cooperativeId,
      name: offer.cooperative,
    }));
    const held = await this.certificates.held(
      tx,
      cooperatives.map((one) => one.id),
      request.schemeIds,
    );
    const missing = missingCertificates(cooperatives, await this.schemes.byIds(tx, request.schemeIds), held);
    assertNoProblems(
      awardProblems(termsOf(request), offers, allocations, { today: await databaseDay(tx), missing }),
    );
    return allocations.flatMap(({ requestLineId, quoteId, quantity }) => {
      const offer = offers.get(quoteId);
      const line = offer?.lines.get(requestLineId);
      return offer && line
        ? [
            {
              requestLineId,
              quoteId,
              quantity,
              quoteRevision: offer.revision,
              cooperativeId: offer.cooperativeId,
              ...allocationPrice(offer, line, quantity),
            },
          ]
        : [];
    });
  }

  /** The sum of the rounded amounts in the request's currency, and whether an approver is needed for it. */
  private async total(
    tx: Tx,
    request: RequestForAward,
    allocations: readonly PricedAllocation[],
  ): Promise<{ totalMinor: string; needsApproval: boolean }> {
    const rates = await this.rates.of(tx, [request.currency, ...allocations.map((one) => one.currency)]);
    const convert = converterTo(request.currency, rates);
    const total = allocations.reduce((sum, one) => sum + convert(one.amountMinor, one.currency), 0n);
    return {
      totalMinor: total.toString(),
      needsApproval: await this.limit.isExceeded(tx, request.buyerId, total, request.currency),
    };
  }
}

async function assertNoneInProgress(tx: Tx, requestId: string): Promise<void> {
  const other = await tx.maybeOne<{ id: string }>(
    `select id from award where request_id = $1 and state in ('draft', 'awaiting_approval')`,
    [requestId],
  );
  if (other) {
    throw quotingErrors.award_in_progress({ extra: { awardId: other.id } });
  }
}

async function insertAllocations(
  tx: Tx,
  awardId: string,
  request: RequestForAward,
  allocations: readonly PricedAllocation[],
): Promise<void> {
  await tx.execute(
    `insert into award_allocation (award_id, request_id, buyer_id, request_line_id, quote_id, quote_revision, cooperative_id,
            quantity, unit_price, price_base_quantity, price_break_from, currency, amount_minor)
     select $1, $2, $3, a."requestLineId", a."quoteId", a."quoteRevision", a."cooperativeId", a.quantity, a."unitPrice",
            a."priceBaseQuantity", a."priceBreakFrom", a.currency, a."amountMinor"
       from jsonb_to_recordset($4) as a("requestLineId" uuid, "quoteId" uuid, "quoteRevision" int, "cooperativeId" uuid,
            quantity numeric, "unitPrice" numeric, "priceBaseQuantity" numeric, "priceBreakFrom" numeric, currency char(3),
            "amountMinor" bigint)`,
    [
      awardId,
      request.id,
      request.buyerId,
      JSON.stringify(allocations.map((one) => ({ ...one, amountMinor: one.amountMinor.toString() }))),
    ],
  );
}
