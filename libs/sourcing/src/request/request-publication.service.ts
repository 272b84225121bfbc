import { Injectable } from '@nestjs/common';
import { Organisations } from '#identity';
import {
  assertVersion,
  convertMinor,
  Database,
  errors,
  ExchangeRates,
  minorToText,
  nextState,
  type PersonActor,
  type Tx,
} from '#platform';
import { sourcingErrors } from '../sourcing.errors.js';
import { sourcingMessages } from '../sourcing.messages.js';
import type { RequestView } from './request.dto.js';
import { headerColumns, Requests } from './request.queries.js';
import {
  estimateMinor,
  requestTransitions,
  type RequestEvent,
  type RequestState,
  stateNow,
  whatPublicationLacks,
} from './request.rules.js';
import { RequestService } from './request.service.js';

interface Locked {
  id: string;
  state: RequestState;
  deadline: Date | null;
  deliverBy: string | null;
  currency: string;
  revision: number;
  submittedBy: string | null;
  version: number;
}

/** From draft to open and to every end but the award. */
@Injectable()
export class RequestPublication {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly service: RequestService,
    private readonly organisations: Organisations,
    private readonly rates: ExchangeRates,
  ) {}

  /** Opens a draft, or above the retailer's limit asks for approval. */
  async publish(actor: PersonActor, id: string, version: number): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.lock(tx, id, version);
      if (request.state !== 'draft') {
        nextState(requestTransitions, stateNow(request, tx.now), 'publish', 'request');
        throw sourcingErrors.request_not_draft();
      }
      await this.assertReady(tx, request);
      await tx.execute('update request set submitted_by = $2 where id = $1', [id, actor.personId]);
      if (await this.aboveLimit(tx, request)) {
        await this.move(tx, request, 'ask_approval');
        tx.announce(sourcingMessages.approvalAsked(id));
      } else {
        await this.open(tx, request, actor.personId);
      }
      return this.service.viewIn(tx, id);
    });
  }

  /** A second person releases what is above the limit. */
  async approve(actor: PersonActor, id: string, version: number): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.lock(tx, id, version);
      if (request.state !== 'awaiting_approval') {
        throw errors.wrong_state({
          detail: 'This request does not wait for approval.',
          extra: { state: stateNow(request, tx.now) },
        });
      }
      if (request.submittedBy === actor.personId) {
        throw sourcingErrors.approval_by_submitter();
      }
      await this.assertReady(tx, request);
      await tx.execute('update request set approved_by = $2 where id = $1', [id, actor.personId]);
      await this.open(tx, request, actor.personId);
      return this.service.viewIn(tx, id);
    });
  }

  /** Gives a request that waits for approval back to its drafter. */
  async giveBack(actor: PersonActor, id: string, version: number, reason: string): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.move(tx, await this.lock(tx, id, version), 'return', { reason });
      return this.service.viewIn(tx, id);
    });
  }

  async cancel(actor: PersonActor, id: string, version: number, reason: string): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.lock(tx, id, version);
      // By the clock: a request whose deadline has passed is closed and is ended without award instead.
      nextState(requestTransitions, stateNow(request, tx.now), 'cancel', 'request');
      await tx.execute('update request set cancelled_at = $2, cancellation_reason = $3 where id = $1', [
        id,
        tx.now,
        reason,
      ]);
      await this.move(tx, request, 'cancel', { reason });
      if (request.revision > 0) {
        tx.announce(sourcingMessages.requestCancelled(id));
      }
      return this.service.viewIn(tx, id);
    });
  }

  async extendDeadline(
    actor: PersonActor,
    id: string,
    version: number,
    deadline: Date,
  ): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.lock(tx, id, version);
      if (stateNow(request, tx.now) !== 'open' || request.deadline === null) {
        throw sourcingErrors.request_not_open({
          detail: 'Only the deadline of an open request can be extended.',
        });
      }
      if (deadline <= request.deadline) {
        throw sourcingErrors.deadline_not_later({
          errors: [
            {
              pointer: '/deadline',
              code: 'deadline_not_later',
              detail: `It is ${request.deadline.toISOString()} now.`,
            },
          ],
        });
      }
      await tx.execute('update request set deadline = $2, version = version + 1 where id = $1', [
        id,
        deadline,
      ]);
      tx.record({
        action: 'request.deadline_extended',
        subjectType: 'request',
        subjectId: id,
        detail: { from: request.deadline.toISOString(), to: deadline.toISOString() },
      });
      tx.announce(sourcingMessages.requestDeadline(id, deadline));
      return this.service.viewIn(tx, id);
    });
  }

  /** Ends a closed request without an award. */
  async endWithoutAward(
    actor: PersonActor,
    id: string,
    version: number,
    reason: string,
  ): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.lock(tx, id, version);
      await this.requests.lockForAward(tx, id);
      await this.requests.end(tx, id, 'unawarded', reason);
      tx.announce(sourcingMessages.requestUnawarded(id));
      return this.service.viewIn(tx, id);
    });
  }

  private async lock(tx: Tx, id: string, version: number): Promise<Locked> {
    const request = await tx.one<Locked>(
      `select ${headerColumns} from request r where r.id = $1 and r.buyer_id = $2 for update`,
      [id, tx.actor.organisationId],
    );
    assertVersion(request, version);
    return request;
  }

  private async assertReady(tx: Tx, request: Locked): Promise<void> {
    const counted = await tx.one<{ lines: number; invited: number }>(
      `select (select count(*) from request_line where request_id = $1)::int as lines,
              (select count(*) from request_invitation where request_id = $1)::int as invited`,
      [request.id],
    );
    const lacks = whatPublicationLacks({ ...request, ...counted }, tx.now);
    if (lacks.length > 0) {
      throw sourcingErrors.request_not_ready({ errors: lacks });
    }
  }

  /** Whether the estimate at target prices is above the retailer's limit, in the retailer's currency. */
  private async aboveLimit(tx: Tx, request: Locked): Promise<boolean> {
    const own = (await this.organisations.parties(tx, [tx.actor.organisationId ?? ''])).get(
      tx.actor.organisationId ?? '',
    );
    const estimate = estimateMinor(await this.requests.lines(tx, request.id), request.currency);
    if (!own || own.approvalLimitMinor === null || estimate === null) {
      return false;
    }
    const rates = await this.rates.of(tx, [request.currency, own.currency]);
    const worth = convertMinor(
      estimate,
      { currency: request.currency, perEuro: rates.get(request.currency) ?? '1' },
      { currency: own.currency, perEuro: rates.get(own.currency) ?? '1' },
    );
    return worth > BigInt(own.approvalLimitMinor);
  }

  private async open(tx: Tx, request: Locked, publishedBy: string): Promise<void> {
    const revision = request.revision + 1;
    const to = nextState(requestTransitions, request.state, 'publish', 'request');
    const lines = await this.requests.lines(tx, request.id);
    const content = await this.service.viewIn(tx, request.id);
    await tx.execute(
      `insert into request_revision (request_id, revision, buyer_id, content, published_by, published_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        request.id,
        revision,
        tx.actor.organisationId,
        JSON.stringify({ ...content, lines }),
        publishedBy,
        tx.now,
      ],
    );
    await tx.execute(
      `update request set state = $2, revision = $3, published_at = $4, version = version + 1 where id = $1`,
      [request.id, to, revision, tx.now],
    );
    const estimate = estimateMinor(lines, request.currency);
    tx.record({
      action: 'request.published',
      subjectType: 'request',
      subjectId: request.id,
      from: request.state,
      to,
      detail: {
        revision,
        lines: lines.length,
        ...(estimate !== null && {
          estimate: minorToText(estimate, request.currency),
          currency: request.currency,
        }),
      },
    });
    tx.announce(sourcingMessages.requestPublished(request.id));
    if (request.deadline) {
      tx.announce(sourcingMessages.requestDeadline(request.id, request.deadline));
    }
    const invited = await tx.query<{ cooperative_id: string }>(
      'select cooperative_id from request_invitation where request_id = $1',
      [request.id],
    );
    for (const { cooperative_id: cooperativeId } of invited) {
      tx.announce(sourcingMessages.cooperativeInvited(request.id, cooperativeId));
    }
  }

  private async move(
    tx: Tx,
    request: Locked,
    event: RequestEvent,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const to = nextState(requestTransitions, request.state, event, 'request');
    await tx.execute('update request set state = $2, version = version + 1 where id = $1', [request.id, to]);
    tx.record({
      action: `request.${to}`,
      subjectType: 'request',
      subjectId: request.id,
      from: request.state,
      to,
      detail,
    });
  }
}
