import { type Page, type PageQuery, pageStart, toPage, type Tx } from '#platform';
import { stateToday } from './certificate.queries.js';
import type {
  CertificateCheck,
  CertificateQuery,
  CertificateRow,
  CertificateView,
  ExpiryMonth,
  ExpiryQuery,
  ExpiryRow,
  PartyRef,
  ReviewQueueQuery,
  ReviewRow,
  ReviewView,
} from './certificate.dto.js';
import { certificateReference, findingsShownIn, openStates } from './certificate.rules.js';

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

const party = (organisation: string): string =>
  `json_build_object('id', ${organisation}.id, 'name', ${organisation}.name, 'country', ${organisation}.country)`;
const person = (id: string): string =>
  `(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = ${id})`;

const facts = `c.id, c.reference, json_build_object('id', s.id, 'code', s.code, 'name', s.name) as scheme,
  ${stateToday} as state, c.scope, c.external_number as "externalNumber", c.submitted_at as "submittedAt", c.version`;
const criteria = `coalesce((select json_agg(json_build_object('code', k.code, 'title', k.title) order by k.position)
  from criterion k where k.scheme_id = c.scheme_id), '[]') as criteria`;
const evidence = `coalesce((select json_agg(json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type,
    'size', f.size, 'sha256', f.sha256, 'criterionCode', e.criterion_code, 'note', e.note, 'addedAt', e.added_at)
    order by e.added_at, f.id)
  from certificate_evidence e join stored_file f on f.id = e.file_id where e.certificate_id = c.id), '[]') as evidence`;

/** Findings or decisions as a JSON list; `judge` is a further member for those who may know who judged. */
const findings = (judge: string, shown: string): string =>
  `coalesce((select json_agg(json_build_object('criterionCode', n.criterion_code, 'verdict', n.verdict, 'note', n.note,
      'checkedAt', n.checked_at${judge}) order by k.position)
    from certificate_finding n join criterion k on k.scheme_id = c.scheme_id and k.code = n.criterion_code
    where n.certificate_id = c.id and ${shown}), '[]') as findings`;
const decisions = (judge: string, shown: string): string =>
  `coalesce((select json_agg(json_build_object('act', d.act, 'reason', d.reason, 'decidedAt', d.decided_at${judge}) order by d.seq)
    from certificate_decision d where d.certificate_id = c.id and ${shown}), '[]') as decisions`;

// A proposed term is shown to the cooperative when it is decided.
const decidedTerm = `case when c.state <> 'proposed' then c.valid_from end as "validFrom",
  case when c.state <> 'proposed' then c.valid_until end as "validUntil"`;
const ownRow = `${facts}, ${decidedTerm}, c.created_at as "createdAt", ${party('a')} as assurance`;
const reviewRow = `${facts}, c.valid_from as "validFrom", c.valid_until as "validUntil", ${party('o')} as cooperative,
  (select count(*)::int from certificate_evidence e where e.certificate_id = c.id) as "evidenceFiles"`;

/** The cooperative's own certificate. */
export async function ownCertificate(tx: Tx, id: string): Promise<CertificateView> {
  return tx.one<CertificateView>(
    `select ${ownRow}, ${criteria}, ${evidence}, ${findings('', `c.state in (${listed(findingsShownIn)})`)},
            ${decisions('', `d.act not in ('propose_grant', 'propose_refusal', 'return')`)}
       from certificate c join scheme s on s.id = c.scheme_id join organisation a on a.id = c.assurance_id
      where c.id = $1 and c.cooperative_id = $2`,
    [id, tx.actor.organisationId],
  );
}

/** Newest first. */
export async function ownCertificates(tx: Tx, query: CertificateQuery): Promise<Page<CertificateRow>> {
  const start = pageStart(query);
  const rows = await tx.query<CertificateRow & { sortKey: string }>(
    `select ${ownRow}, c.created_at::text as "sortKey"
       from certificate c join scheme s on s.id = c.scheme_id join organisation a on a.id = c.assurance_id
      where c.cooperative_id = $1 and ($2::text is null or ${stateToday} = $2)
        and ($3::timestamptz is null or (c.created_at, c.id) < ($3, $4))
      order by c.created_at desc, c.id desc limit $5`,
    [tx.actor.organisationId, query.state ?? null, start.key, start.id, start.limit + 1],
  );
  return toPage(rows, start);
}

/** What the assuring body reviews. */
export async function reviewedCertificate(tx: Tx, id: string): Promise<ReviewView> {
  return tx.one<ReviewView>(
    `select ${reviewRow}, c.proposed_verdict as "proposedVerdict", ${person('c.proposed_by')} as "proposedBy",
            ${person('c.decided_by')} as "decidedBy", c.suspension_reason as "suspensionReason",
            not exists (select from member m where m.organisation_id = c.cooperative_id and m.person_id = $3)
              and not exists (select from conflict_of_interest i
                               where i.person_id = $3 and i.cooperative_id = c.cooperative_id) as "mayJudge",
            ${criteria}, ${evidence}, ${findings(`, 'checkedBy', ${person('n.checked_by')}`, 'true')},
            ${decisions(`, 'decidedBy', ${person('d.decided_by')}`, 'true')}
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.id = $1 and c.assurance_id = $2 and c.state <> 'draft'`,
    [id, tx.actor.organisationId, tx.actor.personId],
  );
}

/** Oldest submitted first. One state, or all open ones, each by an index in that order. */
export async function reviewQueue(tx: Tx, query: ReviewQueueQuery): Promise<Page<ReviewRow>> {
  const start = pageStart(query);
  const inState = {
    open: `c.state in (${listed(openStates)}) and $2::text is null`,
    expired: `(c.state = $2 or (c.state in ('granted', 'suspended') and c.valid_until < weftway_now()::date))`,
    ended: `c.state = $2 and c.valid_until >= weftway_now()::date`,
    other: 'c.state = $2',
  }[query.state === undefined ? 'open' : stateClass(query.state)];
  const rows = await tx.query<ReviewRow & { sortKey: string }>(
    `select ${reviewRow}, c.submitted_at::text as "sortKey"
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state <> 'draft' and ${inState} and ($3::uuid is null or c.scheme_id = $3)
        and ($4::text is null or strpos(lower(o.name), lower($4)) > 0 or c.reference = upper($4))
        and ($5::int is null or c.submitted_at <= weftway_now() - make_interval(days => $5))
        and ($6::timestamptz is null or (c.submitted_at, c.id) > ($6, $7))
      order by c.submitted_at, c.id limit $8`,
    [
      tx.actor.organisationId,
      query.state ?? null,
      query.schemeId ?? null,
      query.search || null,
      query.olderThanDays ?? null,
      start.key,
      start.id,
      start.limit + 1,
    ],
  );
  return toPage(rows, start);
}

function stateClass(state: string): 'expired' | 'ended' | 'other' {
  return state === 'expired' ? 'expired' : state === 'granted' || state === 'suspended' ? 'ended' : 'other';
}

/** Granted and suspended certificates by their last day. */
export async function expiries(tx: Tx, query: ExpiryQuery): Promise<Page<ExpiryRow>> {
  const start = pageStart(query);
  const rows = await tx.query<ExpiryRow & { sortKey: string }>(
    `select c.id, c.reference, json_build_object('id', s.id, 'code', s.code, 'name', s.name) as scheme,
            ${party('o')} as cooperative, ${stateToday} as state, c.valid_until as "validUntil",
            c.valid_until - weftway_now()::date as "daysLeft", c.valid_until::text as "sortKey"
       from certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
      where c.assurance_id = $1 and c.state in ('granted', 'suspended')
        and c.valid_until between coalesce($2::date, weftway_now()::date) and coalesce($3::date, weftway_now()::date + 90)
        and ($4::date is null or (c.valid_until, c.id) > ($4, $5))
      order by c.valid_until, c.id limit $6`,
    [tx.actor.organisationId, query.from ?? null, query.to ?? null, start.key, start.id, start.limit + 1],
  );
  return toPage(rows, start);
}

/** How many end in each of the twelve months from this one on. */
export async function expiryMonths(tx: Tx): Promise<ExpiryMonth[]> {
  return tx.query<ExpiryMonth>(
    `select to_char(c.valid_until, 'YYYY-MM') as month, count(*)::int as count from certificate c
      where c.assurance_id = $1 and c.state in ('granted', 'suspended')
        and c.valid_until >= date_trunc('month', weftway_now())::date
        and c.valid_until < (date_trunc('month', weftway_now()) + interval '12 months')::date
      group by 1 order by 1`,
    [tx.actor.organisationId],
  );
}

/** What anyone may know. A reference that was never granted is as unknown as one that does not exist. */
export async function certificateCheck(tx: Tx, reference: string): Promise<CertificateCheck> {
  const asked = reference.toUpperCase();
  const found = certificateReference.test(asked)
    ? await tx.maybeOne<CertificateCheck>(
        `select c.reference, c.state, s.name as scheme, o.name as cooperative,
                c.valid_from as "validFrom", c.valid_until as "validUntil"
           from public_certificate c join scheme s on s.id = c.scheme_id join organisation o on o.id = c.cooperative_id
          where c.reference = $1`,
        [asked],
      )
    : null;
  return (
    found ?? {
      reference: reference.replace(/[^\w-]/g, '').slice(0, 40),
      state: 'unknown',
      scheme: null,
      cooperative: null,
      validFrom: null,
      validUntil: null,
    }
  );
}

/** Whom a cooperative can ask for a review. */
export async function assuranceBodies(tx: Tx, query: PageQuery): Promise<Page<PartyRef>> {
  const start = pageStart(query);
  const rows = await tx.query<PartyRef & { sortKey: string }>(
    `select id, name, country, name as "sortKey" from organisation
      where kind = 'assurance' and state = 'admitted' and ($1::text is null or (name, id) > ($1, $2::uuid))
      order by name, id limit $3`,
    [start.key, start.id, start.limit + 1],
  );
  return toPage(rows, start);
}
