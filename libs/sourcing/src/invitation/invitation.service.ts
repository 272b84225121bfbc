import { Injectable } from '@nestjs/common';
import { Cooperatives } from '#directory';
import {
  Database,
  errors,
  type OrganisationActor,
  type Page,
  pageStart,
  type PersonActor,
  type Tx,
} from '#platform';
import type { LineQuery } from '../request/request-line.dto.js';
import { Requests } from '../request/request.queries.js';
import { type RequestState, stateNow } from '../request/request.rules.js';
import { sourcingErrors } from '../sourcing.errors.js';
import { sourcingMessages } from '../sourcing.messages.js';
import type {
  InboxQuery,
  InboxRow,
  InvitedLineView,
  InvitedRequestView,
  RequestInvitationRow,
} from './invitation.dto.js';
import { RequestInvitations } from './invitation.queries.js';

/** Who may see a request, from both sides. */
@Injectable()
export class RequestInvitationService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly invitations: RequestInvitations,
    private readonly cooperatives: Cooperatives,
  ) {}

  /** Invites cooperatives to a draft or an open request; those already invited stay so. */
  async invite(
    actor: PersonActor,
    requestId: string,
    cooperativeIds: readonly string[],
  ): Promise<Page<RequestInvitationRow>> {
    return this.database.inTransaction(actor, async (tx) => {
      const state = await this.lock(tx, requestId);
      if (state !== 'draft' && state !== 'open') {
        throw sourcingErrors.request_not_open({
          detail: 'Cooperatives are invited to a draft or an open request.',
          extra: { state },
        });
      }
      const published = await this.cooperatives.published(tx, cooperativeIds);
      const unknown = cooperativeIds.flatMap((id, index) =>
        published.has(id)
          ? []
          : [
              {
                pointer: `/cooperativeIds/${index}`,
                code: 'cooperative_unknown',
                detail: 'There is no such cooperative in the directory.',
              },
            ],
      );
      if (unknown.length > 0) {
        throw errors.invalid_input({ errors: unknown });
      }
      const added = await tx.query<{ cooperative_id: string }>(
        `insert into request_invitation (request_id, cooperative_id, buyer_id, invited_by, invited_at)
         select $1, unnest($2::uuid[]), $3, $4, $5 on conflict do nothing returning cooperative_id`,
        [requestId, cooperativeIds, actor.organisationId, actor.personId, tx.now],
      );
      if (added.length > 0) {
        tx.record({
          action: 'request.cooperatives_invited',
          subjectType: 'request',
          subjectId: requestId,
          detail: { cooperativeIds: added.map((row) => row.cooperative_id) },
        });
      }
      if (state === 'open') {
        for (const row of added) {
          tx.announce(sourcingMessages.cooperativeInvited(requestId, row.cooperative_id));
        }
      }
      return { items: await this.invitations.ofRequest(tx, requestId), nextCursor: null };
    });
  }

  async ofRequest(actor: PersonActor, requestId: string): Promise<Page<RequestInvitationRow>> {
    return this.database.read(actor, async (tx) => {
      await this.requests.assertOwn(tx, requestId);
      return { items: await this.invitations.ofRequest(tx, requestId), nextCursor: null };
    });
  }

  /** Takes an invitation back while nobody has seen it. */
  async takeBack(actor: PersonActor, requestId: string, cooperativeId: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      if ((await this.lock(tx, requestId)) !== 'draft') {
        throw sourcingErrors.request_not_draft({
          detail: 'Who was invited to a published request stays invited.',
        });
      }
      const removed = await tx.execute(
        'delete from request_invitation where request_id = $1 and cooperative_id = $2',
        [requestId, cooperativeId],
      );
      if (removed === 0) {
        throw errors.not_found();
      }
      tx.record({
        action: 'request.invitation_taken_back',
        subjectType: 'request',
        subjectId: requestId,
        detail: { cooperativeId },
      });
    });
  }

  async inbox(actor: OrganisationActor, query: InboxQuery): Promise<Page<InboxRow>> {
    return this.database.read(actor, (tx) => this.invitations.inbox(tx, query, pageStart(query)));
  }

  async invited(actor: OrganisationActor, requestId: string): Promise<InvitedRequestView> {
    return this.database.read(actor, (tx) => this.invitations.invited(tx, requestId));
  }

  /** The lines without the buyer's target prices. */
  async invitedLines(
    actor: OrganisationActor,
    requestId: string,
    query: LineQuery,
  ): Promise<Page<InvitedLineView>> {
    return this.database.read(actor, async (tx) => {
      await this.invitations.invited(tx, requestId);
      const page = await this.requests.linePage(
        tx,
        requestId,
        pageStart({ ...query, limit: query.limit ?? 100 }),
      );
      return {
        ...page,
        items: page.items.map(({ targetUnitPrice: _price, ...line }) => ({
          ...line,
          sku: line.sku ?? null,
          specification: line.specification ?? null,
          hsCode: line.hsCode ?? null,
          neededBy: line.neededBy ?? null,
          craftCode: line.craftCode ?? null,
        })),
      };
    });
  }

  /** A cooperative says that it will not quote; it may still think again before the deadline. */
  async decline(actor: OrganisationActor, requestId: string, reason: string): Promise<InvitedRequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.invitations.invited(tx, requestId);
      if (request.state !== 'open') {
        throw sourcingErrors.request_not_open();
      }
      const changed = await tx.execute(
        `update request_invitation set declined_at = $3, decline_reason = $4
          where request_id = $1 and cooperative_id = $2 and declined_at is null`,
        [requestId, actor.organisationId, tx.now, reason],
      );
      if (changed === 0) {
        throw sourcingErrors.already_answered();
      }
      tx.record({ action: 'invitation.declined', subjectType: 'request', subjectId: requestId });
      return { ...request, declinedAt: tx.now };
    });
  }

  private async lock(tx: Tx, requestId: string): Promise<RequestState> {
    const row = await tx.one<{ state: RequestState; deadline: Date | null }>(
      'select state, deadline from request where id = $1 and buyer_id = $2 for update',
      [requestId, tx.actor.organisationId],
    );
    return stateNow(row, tx.now);
  }
}
