import currencies from 'currency-codes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asking, what time it is, and what every context needs: audit, outbox, files, numbers, rates, idempotency. */
export class CreatePlatform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema public to weftway_app;

-- The actor of a transaction is set once, at its opening, by the api or the worker (see libs/platform database).
create function current_organisation() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('weftway.organisation', true), '')::uuid $$;
create function current_person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('weftway.person', true), '')::uuid $$;
create function current_kind() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('weftway.kind', true), ''), 'nobody') $$;

-- One clock for the whole system. Only the owner can move it (demonstration data and tests do); production
-- refuses to start when it is ahead.
create table clock (
  only_row boolean primary key default true check (only_row),
  ahead interval not null default interval '0'
);
insert into clock default values;
grant select on clock to weftway_app;
-- weftway_now: one value for a statement, for reads. weftway_clock: the very moment, for deadlines under a lock.
create function weftway_now() returns timestamptz language sql stable as
  $$ select statement_timestamp() + (select ahead from clock) $$;
create function weftway_clock() returns timestamptz language sql volatile as
  $$ select clock_timestamp() + (select ahead from clock) $$;

-- A refusal that a rule in the database makes. The code is the api's; the status is in the SQLSTATE.
create function refuse(status int, code text, words text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'WW' || status, message = code, detail = words;
end $$;
create function forbid_change() returns trigger language plpgsql as $$
begin
  perform refuse(409, 'record_is_final', format('Rows of %s never change once they are written.', tg_table_name));
  return null;
end $$;

create table audit_entry (
  organisation_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  api_key_id uuid,
  actor_kind text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  from_state text,
  to_state text,
  detail jsonb not null default '{}',
  request_id text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, seq)
);
create index audit_entry_subject on audit_entry (organisation_id, subject_type, subject_id, seq);
create table audit_chain (
  organisation_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
alter table audit_entry enable row level security;
alter table audit_chain enable row level security;
create policy audit_entry_own on audit_entry for select
  using (organisation_id = current_organisation() or current_kind() = 'system');
create policy audit_chain_own on audit_chain for select
  using (organisation_id = current_organisation() or current_kind() = 'system');
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function forbid_change();
grant select on audit_entry, audit_chain to weftway_app;

-- What an entry's hash covers: every column but the hash itself, in one canonical text.
create function audit_entry_text(e audit_entry) returns text language sql immutable as $$
  select jsonb_build_object(
    'organisation', e.organisation_id, 'seq', e.seq, 'at', extract(epoch from e.at), 'person', e.person_id,
    'apiKey', e.api_key_id, 'kind', e.actor_kind, 'action', e.action, 'subjectType', e.subject_type,
    'subject', e.subject_id, 'from', e.from_state, 'to', e.to_state, 'detail', e.detail, 'request', e.request_id
  )::text
$$;

-- Appends entries [{ organisation, action, subjectType, subjectId, from, to, detail }] to their organisations'
-- chains, in order of organisation so that two transactions never wait for each other in a circle.
create function append_audit(entries jsonb, actor_api_key uuid, request text) returns void
language plpgsql security definer set search_path = public as $$
declare
  item record;
  head audit_chain;
  entry audit_entry;
begin
  for item in
    select (value->>'organisation')::uuid as organisation, value
      from jsonb_array_elements(entries) with ordinality as listed(value, position)
     order by 1, position
  loop
    if item.organisation is distinct from current_organisation() and current_kind() <> 'system' then
      perform refuse(403, 'audit_of_another', 'An actor writes only to the log of its own organisation.');
    end if;
    insert into audit_chain values (item.organisation, 1, decode(repeat('00', 32), 'hex'))
      on conflict (organisation_id) do update set seq = audit_chain.seq + 1
      returning * into head;
    entry := row(
      item.organisation, head.seq, weftway_clock(), current_person(), actor_api_key, current_kind(),
      item.value->>'action', item.value->>'subjectType', (item.value->>'subjectId')::uuid,
      item.value->>'from', item.value->>'to', coalesce(item.value->'detail', '{}'), request, head.hash, null);
    entry.hash := sha256(head.hash || convert_to(audit_entry_text(entry), 'UTF8'));
    insert into audit_entry select entry.*;
    update audit_chain set hash = entry.hash where organisation_id = item.organisation;
  end loop;
end $$;
revoke all on function append_audit(jsonb, uuid, text) from public;
grant execute on function append_audit(jsonb, uuid, text) to weftway_app;

-- The first entry of each chain that does not follow from the one before it; no row when all is well.
create function audit_breaks(for_organisation uuid default null)
returns table (organisation_id uuid, seq bigint, reason text) language sql stable as $$
  with ordered as (
    select e.organisation_id, e.seq, e.hash, e.previous_hash,
           sha256(e.previous_hash || convert_to(audit_entry_text(e), 'UTF8')) as expected,
           lag(e.hash) over chain as before, lag(e.seq) over chain as seq_before
      from audit_entry e
     where for_organisation is null or e.organisation_id = for_organisation
    window chain as (partition by e.organisation_id order by e.seq)
  ), broken as (
    select o.organisation_id, o.seq,
           case when o.hash <> o.expected then 'content was altered'
                when o.seq <> coalesce(o.seq_before, 0) + 1 then 'an entry is missing before this one'
                when o.previous_hash <> coalesce(o.before, decode(repeat('00', 32), 'hex')) then 'the chain was cut here'
           end as reason
      from ordered o
    union all
    select c.organisation_id, c.seq, 'the newest entries are missing'
      from audit_chain c
     where (for_organisation is null or c.organisation_id = for_organisation)
       and not exists (select from audit_entry e where e.organisation_id = c.organisation_id and e.seq = c.seq and e.hash = c.hash)
    union all
    select e.organisation_id, e.seq, 'an entry was added past the newest'
      from audit_entry e left join audit_chain c using (organisation_id)
     where (for_organisation is null or e.organisation_id = for_organisation) and (c.seq is null or e.seq > c.seq)
  )
  select distinct on (b.organisation_id) b.organisation_id, b.seq, b.reason
    from broken b where b.reason is not null order by b.organisation_id, b.seq
$$;
grant execute on function audit_breaks(uuid) to weftway_app;

create table outbox_message (
  id uuid primary key,
  type text not null,
  organisation_id uuid,
  payload jsonb not null,
  available_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  relayed_at timestamptz
);
create index outbox_message_waiting on outbox_message (created_at) where relayed_at is null;
create table outbox_delivery (
  message_id uuid not null references outbox_message on delete cascade,
  handler text not null,
  queue text not null,
  queued_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  attempts int not null default 0,
  failed_at timestamptz,
  error text,
  primary key (message_id, handler)
);
create index outbox_delivery_undone on outbox_delivery (queued_at) where done_at is null;
create function announce_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('weftway_outbox', '');
  return null;
end $$;
create trigger outbox_message_announced after insert on outbox_message
  for each statement execute function announce_outbox();
alter table outbox_message enable row level security;
alter table outbox_delivery enable row level security;
create policy outbox_message_add on outbox_message for insert with check (true);
create policy outbox_message_system on outbox_message using (current_kind() = 'system');
create policy outbox_delivery_system on outbox_delivery using (current_kind() = 'system');
grant select, insert, update, delete on outbox_message, outbox_delivery to weftway_app;

create table stored_file (
  id uuid primary key,
  organisation_id uuid not null,
  purpose text not null check (purpose in ('evidence', 'photo', 'attachment')),
  storage_key text not null unique,
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 char(64) not null,
  uploaded_by uuid,
  created_at timestamptz not null default weftway_now()
);
create index stored_file_owner on stored_file (organisation_id, created_at desc);
alter table stored_file enable row level security;
create policy stored_file_own on stored_file
  using (organisation_id = current_organisation() or current_kind() = 'system')
  with check (organisation_id = current_organisation() or current_kind() = 'system');
create policy stored_file_photo on stored_file for select using (purpose = 'photo');
grant select, insert on stored_file to weftway_app;
create trigger stored_file_is_final before update or delete on stored_file for each row execute function forbid_change();

-- Gapless because the counter is a row: its lock is held until the transaction that used the number ends.
create table number_series (
  organisation_id uuid not null,
  kind text not null,
  year int not null,
  last bigint not null,
  primary key (organisation_id, kind, year)
);
alter table number_series enable row level security;
create policy number_series_own on number_series using (organisation_id = current_organisation() or current_kind() = 'system');
grant select on number_series to weftway_app;
create function take_numbers(for_organisation uuid, of_kind text, in_year int, how_many int) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  newest bigint;
begin
  if how_many < 1 then
    perform refuse(422, 'invalid_input', 'At least one number is taken at a time.');
  end if;
  insert into number_series values (for_organisation, of_kind, in_year, how_many)
    on conflict (organisation_id, kind, year) do update set last = number_series.last + how_many
    returning last into newest;
  return newest - how_many + 1;
end $$;
revoke all on function take_numbers(uuid, text, int, int) from public;
grant execute on function take_numbers(uuid, text, int, int) to weftway_app;

create table currency (
  code char(3) primary key,
  name text not null,
  -- Decimal digits of the minor unit, from ISO 4217.
  digits int not null check (digits between 0 and 4)
);
grant select on currency to weftway_app;
-- Rule 1 in the database: quantity x unit price / price base quantity in minor units, half to even, without
-- ever dividing into a rounded number.
create function line_amount_minor(quantity numeric, unit_price numeric, base numeric, of_currency char(3)) returns bigint
language plpgsql stable as $$
declare
  whole numeric := quantity * unit_price * power(10::numeric, (select digits from currency where code = of_currency));
  floor_part numeric := div(whole, base);
  rest numeric := whole - div(whole, base) * base;
begin
  if rest * 2 > base or (rest * 2 = base and mod(floor_part, 2) = 1) then
    floor_part := floor_part + 1;
  end if;
  return floor_part::bigint;
end $$;

create table exchange_rate (
  currency char(3) not null references currency,
  day date not null,
  per_euro numeric(18, 8) not null check (per_euro > 0),
  source text not null,
  entered_by uuid,
  primary key (currency, day)
);
alter table exchange_rate enable row level security;
create policy exchange_rate_read on exchange_rate for select using (true);
create policy exchange_rate_write on exchange_rate using (current_kind() in ('platform', 'system'));
grant select, insert, update on exchange_rate to weftway_app;

create table idempotency_record (
  organisation_id uuid not null,
  actor_id uuid not null,
  key text not null,
  body_hash char(64) not null,
  answer jsonb,
  created_at timestamptz not null default weftway_now(),
  primary key (organisation_id, actor_id, key)
);
create index idempotency_record_age on idempotency_record (created_at);
alter table idempotency_record enable row level security;
create policy idempotency_record_own on idempotency_record
  using (organisation_id = current_organisation() or current_kind() = 'system')
  with check (organisation_id = current_organisation() or current_kind() = 'system');
grant select, insert, update, delete on idempotency_record to weftway_app;
`);
    await runner.query(
      `insert into currency (code, name, digits)
       select * from unnest($1::char(3)[], $2::text[], $3::int[]) on conflict do nothing`,
      [
        currencies.data.map((currency) => currency.code),
        currencies.data.map((currency) => currency.currency),
        currencies.data.map((currency) => currency.digits),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table idempotency_record, exchange_rate, currency, number_series, stored_file, outbox_delivery, outbox_message, audit_chain cascade;
drop function line_amount_minor, take_numbers, announce_outbox, audit_breaks, append_audit, audit_entry_text(audit_entry);
drop table audit_entry;
drop function forbid_change, refuse, weftway_now, weftway_clock, current_organisation, current_person, current_kind cascade;
drop table clock;
`);
  }
}
