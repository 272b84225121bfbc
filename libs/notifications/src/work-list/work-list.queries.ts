import type { OrganisationKind } from '#platform';

/**
 * What waits, one part for each kind of work. The row policies decide what is seen; `$1` is the organisation, `$2` the person, `$3` what
 * they may do. Columns: kind, id, reference, title, party, due, since.
 */
const parts: Readonly<Record<OrganisationKind, readonly string[]>> = {
  retailer: [
    `select 'request_draft', r.id, r.reference, r.title, null::text, r.deadline, r.created_at
       from request r where r.buyer_id = $1 and r.state = 'draft' and 'requests.write' = any($3)`,
    `select 'request_to_approve', r.id, r.reference, r.title, (select p.name from person p where p.id = r.submitted_by), r.deadline,
            r.created_at
       from request r where r.buyer_id = $1 and r.state = 'awaiting_approval' and 'requests.approve' = any($3)
        and r.submitted_by is distinct from $2`,
    `select 'request_to_award', r.id, r.reference, r.title, null::text,
            (select min(v.valid_until)::timestamptz + interval '1 day' from quote q
               join quote_revision v on v.quote_id = q.id and v.revision = q.revision
              where q.request_id = r.id and q.state = 'submitted'), r.deadline
       from request r where r.buyer_id = $1 and r.state in ('open', 'closed') and r.deadline <= weftway_now()
        and 'awards.write' = any($3)
        and not exists (select from award a where a.request_id = r.id and a.state in ('draft', 'awaiting_approval'))`,
    `select 'award_draft', a.request_id, r.reference, r.title, null::text, null::timestamptz, a.proposed_at
       from award a join request r on r.id = a.request_id
      where a.buyer_id = $1 and a.state = 'draft' and 'awards.write' = any($3)`,
    `select 'award_to_approve', a.request_id, r.reference, r.title, (select p.name from person p where p.id = a.proposed_by),
            null::timestamptz, a.proposed_at
       from award a join request r on r.id = a.request_id
      where a.buyer_id = $1 and a.state = 'awaiting_approval' and 'awards.approve' = any($3) and a.proposed_by <> $2`,
    `select 'order_unanswered', p.id, p.reference, o.name, o.name, null::timestamptz, p.issued_at
       from purchase_order p join organisation o on o.id = p.cooperative_id
      where p.buyer_id = $1 and p.state = 'issued' and p.issued_at < weftway_now() - interval '3 days' and 'orders.write' = any($3)`,
    `select 'document_failed', p.id, p.reference, o.name, o.name, null::timestamptz, p.issued_at
       from purchase_order p join organisation o on o.id = p.cooperative_id
      where p.buyer_id = $1 and 'orders.write' = any($3)
        and exists (select from order_document d where d.order_id = p.id and d.state = 'failed')`,
  ],
  cooperative: [
    `select 'request_to_answer', r.id, r.reference, r.title, o.name, r.deadline, i.invited_at
       from request_invitation i join request r on r.id = i.request_id join organisation o on o.id = r.buyer_id
      where i.cooperative_id = $1 and r.state = 'open' and r.deadline > weftway_now() and i.declined_at is null
        and not exists (select from quote q where q.request_id = r.id and q.cooperative_id = $1)`,
    `select 'quote_to_send', r.id, r.reference, r.title, o.name, r.deadline, q.created_at
       from quote q join request r on r.id = q.request_id join organisation o on o.id = r.buyer_id
      where q.cooperative_id = $1 and q.state = 'draft' and r.state = 'open' and r.deadline > weftway_now() and 'quotes.write' = any($3)`,
    `select 'quote_to_confirm', r.id, r.reference, r.title, o.name, r.deadline, q.submitted_at
       from quote q join request r on r.id = q.request_id join organisation o on o.id = r.buyer_id
       join quote_revision v on v.quote_id = q.id and v.revision = q.revision
      where q.cooperative_id = $1 and q.state = 'submitted' and r.state = 'open' and r.deadline > weftway_now()
        and v.request_revision < r.revision and 'quotes.write' = any($3)`,
    `select 'order_to_answer', p.id, p.reference, o.name, o.name, null::timestamptz, p.issued_at
       from purchase_order p join organisation o on o.id = p.buyer_id
      where p.cooperative_id = $1 and p.state = 'issued' and 'orders.answer' = any($3)`,
    `select 'certificate_to_mend', c.id, c.reference, s.name, a.name, null::timestamptz,
            coalesce((select max(d.decided_at) from certificate_decision d where d.certificate_id = c.id), c.created_at)
       from certificate c join scheme s on s.id = c.scheme_id join organisation a on a.id = c.assurance_id
      where c.cooperative_id = $1 and c.state = 'action_required'`,
    `select 'certificate_ending', c.id, c.reference, s.name, a.name, c.valid_until::timestamptz + interval '1 day', c.created_at
       from certificate c join scheme s on s.id = c.scheme_id join organisation a on a.id = c.assurance_id
      where c.cooperative_id = $1 and c.state = 'granted'
        and c.valid_until between weftway_now()::date and weftway_now()::date + 60`,
  ],
  assurance: [
    `select 'certificate_to_confirm', c.id, c.reference, s.name, o.name, null::timestamptz, c.proposed_at
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state = 'proposed' and c.proposed_by <> $2
        and not exists (select from conflict_of_interest i where i.person_id = $2 and i.cooperative_id = c.cooperative_id)`,
    `select 'certificate_to_review', c.id, c.reference, s.name, o.name, null::timestamptz, c.submitted_at
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state = 'in_review'
        and not exists (select from conflict_of_interest i where i.person_id = $2 and i.cooperative_id = c.cooperative_id)`,
    `select 'certificate_to_take_up', c.id, c.reference, s.name, o.name, null::timestamptz, c.submitted_at
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state = 'submitted'
        and not exists (select from conflict_of_interest i where i.person_id = $2 and i.cooperative_id = c.cooperative_id)`,
    `select 'certificate_ending', c.id, c.reference, s.name, o.name, c.valid_until::timestamptz + interval '1 day', c.decided_at
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state = 'granted'
        and c.valid_until between weftway_now()::date and weftway_now()::date + 30`,
  ],
  platform: [
    `select 'organisation_to_admit', o.id, null::text, o.name, o.contact_name, null::timestamptz, o.applied_at
       from organisation o where o.state = 'applied'`,
    `select 'job_failed', m.id, null::text, m.type, d.handler, null::timestamptz, d.failed_at
       from outbox_delivery d join outbox_message m on m.id = d.message_id
      where d.failed_at is not null and d.done_at is null`,
  ],
};

/** The work of a kind of organisation as one statement. */
export function workOf(kind: OrganisationKind): string {
  return `select kind, id, reference, title, party, due, since
    from (${parts[kind].join('\n union all ')}) as w(kind, id, reference, title, party, due, since)
   where $1::uuid is not null and $2::uuid is not null and $3::text[] is not null
   order by due nulls last, since limit 200`;
}
