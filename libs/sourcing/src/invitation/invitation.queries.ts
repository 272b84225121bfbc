import { Injectable } from '@nestjs/common';
import { type Page, type PageStart, toPage, type Tx } from '#platform';
import type { InboxQuery, InboxRow, InvitedRequestView, RequestInvitationRow } from './invitation.dto.js';

/** What each side reads of invitations. */
@Injectable()
export class RequestInvitations {
  async ofRequest(tx: Tx, requestId: string): Promise<RequestInvitationRow[]> {
    return tx.query<RequestInvitationRow>(
      `select i.cooperative_id as "cooperativeId", o.name, o.country, i.invited_at as "invitedAt", i.declined_at as "declinedAt",
              i.decline_reason as "declineReason",
              exists (select from quote q where q.request_id = i.request_id and q.cooperative_id = i.cooperative_id
                        and q.state not in ('draft', 'withdrawn')) as quoted
         from request_invitation i join organisation o on o.id = i.cooperative_id
        where i.request_id = $1 order by o.name, o.id limit 1000`,
      [requestId],
    );
  }

  /** Soonest deadline first. */
  async inbox(tx: Tx, query: InboxQuery, start: PageStart): Promise<Page<InboxRow>> {
    const rows = await tx.query<InboxRow & { sortKey: string }>(
      `select r.id, r.reference, r.title, o.name as retailer, request_state_now(r.state, r.deadline) as state, r.deadline,
              (select count(*) from request_line l where l.request_id = r.id)::int as "lineCount", i.declined_at as "declinedAt",
              (select q.state from quote q where q.request_id = r.id and q.cooperative_id = i.cooperative_id) as "quoteState",
              r.deadline::text as "sortKey"
         from request_invitation i join request r on r.id = i.request_id join organisation o on o.id = r.buyer_id
        where i.cooperative_id = $1 and r.revision > 0 and ($2::text is null or request_state_now(r.state, r.deadline) = $2)
          and ($3::timestamptz is null or (r.deadline, r.id) > ($3, $4))
        order by r.deadline, r.id limit $5`,
      [tx.actor.organisationId, query.state ?? null, start.key, start.id, start.limit + 1],
    );
    return toPage(rows, start);
  }

  /** A request that the acting cooperative is invited to, with which required certificates it holds. */
  async invited(tx: Tx, requestId: string): Promise<InvitedRequestView> {
    return tx.one<InvitedRequestView>(
      `select r.id, r.reference, request_state_now(r.state, r.deadline) as state, r.revision,
              json_build_object('id', o.id, 'name', o.name, 'country', o.country) as retailer, r.title, r.description, r.currency,
              r.sealed, r.partial_welcome as "partialWelcome", r.split_welcome as "splitWelcome", r.deadline,
              r.deliver_by as "deliverBy", r.incoterm, r.incoterm_place as "incotermPlace",
              json_build_object('name', r.delivery_name, 'street', r.delivery_street, 'city', r.delivery_city,
                'postalCode', r.delivery_postal_code, 'country', r.delivery_country) as delivery,
              r.payment_days as "paymentDays", trim_scale(r.advance_percent)::text as "advancePercent",
              (select count(*) from request_line l where l.request_id = r.id)::int as "lineCount", i.declined_at as "declinedAt",
              coalesce((select json_agg(json_build_object('schemeId', s.id, 'code', s.code, 'name', s.name, 'held', exists (
                  select from certificate c where c.cooperative_id = i.cooperative_id and c.scheme_id = s.id and c.state = 'granted'
                     and c.valid_from <= weftway_now()::date and c.valid_until >= weftway_now()::date)) order by s.name)
                from request_requirement q join scheme s on s.id = q.scheme_id where q.request_id = r.id), '[]') as requirements
         from request r join request_invitation i on i.request_id = r.id and i.cooperative_id = $2
         join organisation o on o.id = r.buyer_id
        where r.id = $1 and r.revision > 0`,
      [requestId, tx.actor.organisationId],
    );
  }
}
