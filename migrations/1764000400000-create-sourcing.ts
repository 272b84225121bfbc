import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulk requests: lines, required certificates, published revisions, invitations. */
export class CreateSourcing1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table request (
  id uuid primary key,
  buyer_id uuid not null references organisation,
  reference text not null,
  state text not null check (state in ('draft', 'awaiting_approval', 'open', 'closed', 'awarded', 'unawarded', 'cancelled')),
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  sealed boolean not null default true,
  partial_welcome boolean not null default true,
  split_welcome boolean not null default true,
  more_than_asked boolean not null default false,
  deadline timestamptz,
  deliver_by date,
  incoterm char(3) not null check (incoterm in ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF')),
  incoterm_place text not null,
  delivery_name text not null,
  delivery_street text,
  delivery_city text,
  delivery_postal_code text,
  delivery_country char(2) not null check (delivery_country ~ '^[A-Z]{2}$'),
  payment_days int not null default 30 check (payment_days between 0 and 365),
  advance_percent numeric(5, 2) not null default 0 check (advance_percent between 0 and 50),
  revision int not null default 0 check (revision >= 0),
  created_by uuid not null,
  created_at timestamptz not null default weftway_now(),
  submitted_by uuid,
  approved_by uuid,
  published_at timestamptz,
  closed_at timestamptz,
  cancelled_at timestamptz,
  cancellation_reason text,
  version int not null default 1,
  unique (buyer_id, reference),
  -- What belongs to a request names its buyer too, so that nobody can add to another's.
  unique (id, buyer_id),
  constraint request_not_approved_by_its_submitter check (approved_by is null or approved_by <> submitted_by),
  constraint request_open_has_deadline check (state in ('draft', 'cancelled') or deadline is not null),
  constraint request_published_has_revision check (state in ('draft', 'awaiting_approval', 'cancelled') or revision > 0)
);
create index request_newest on request (buyer_id, created_at desc, id desc);
create index request_by_state on request (buyer_id, state, created_at desc, id desc);
create index request_open_deadline on request (deadline) where state = 'open';

create table request_line (
  request_id uuid not null,
  id uuid not null,
  buyer_id uuid not null,
  position int not null check (position between 1 and 2000),
  sku text,
  description text not null check (length(description) between 1 and 500),
  specification text,
  quantity numeric(18, 3) not null check (quantity > 0),
  unit_code text not null,
  target_unit_price numeric(18, 6) check (target_unit_price > 0),
  hs_code char(6) check (hs_code ~ '^[0-9]{6}$'),
  needed_by date,
  craft_code text references craft,
  primary key (request_id, id),
  unique (request_id, position) deferrable initially deferred,
  foreign key (request_id, buyer_id) references request (id, buyer_id) on delete cascade
);
create table request_requirement (
  request_id uuid not null,
  scheme_id uuid not null references scheme,
  buyer_id uuid not null,
  primary key (request_id, scheme_id),
  foreign key (request_id, buyer_id) references request (id, buyer_id) on delete cascade
);
create table request_revision (
  request_id uuid not null,
  revision int not null,
  buyer_id uuid not null,
  content jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null default weftway_now(),
  primary key (request_id, revision),
  foreign key (request_id, buyer_id) references request (id, buyer_id)
);
create table request_invitation (
  request_id uuid not null,
  cooperative_id uuid not null references organisation,
  buyer_id uuid not null,
  invited_by uuid not null,
  invited_at timestamptz not null default weftway_now(),
  declined_at timestamptz,
  decline_reason text,
  primary key (request_id, cooperative_id),
  foreign key (request_id, buyer_id) references request (id, buyer_id) on delete cascade
);
create index request_invitation_inbox on request_invitation (cooperative_id, invited_at desc, request_id desc);
alter table request enable row level security;
alter table request_line enable row level security;
alter table request_requirement enable row level security;
alter table request_revision enable row level security;
alter table request_invitation enable row level security;
create policy request_own on request using (buyer_id = current_organisation() or current_kind() = 'system');
create policy request_invitation_buyer on request_invitation using (buyer_id = current_organisation() or current_kind() = 'system');
create policy request_invitation_cooperative on request_invitation for select using (cooperative_id = current_organisation());
create policy request_invitation_answer on request_invitation for update
  using (cooperative_id = current_organisation()) with check (cooperative_id = current_organisation());
create policy request_invited on request for select using (
  revision > 0 and exists (
    select from request_invitation i where i.request_id = request.id and i.cooperative_id = current_organisation()));
create policy request_line_own on request_line using (buyer_id = current_organisation() or current_kind() = 'system');
create policy request_line_invited on request_line for select using (exists (
  select from request r where r.id = request_id and r.buyer_id <> current_organisation()));
create policy request_requirement_own on request_requirement using (buyer_id = current_organisation() or current_kind() = 'system');
create policy request_requirement_invited on request_requirement for select using (exists (
  select from request r where r.id = request_id and r.buyer_id <> current_organisation()));
create policy request_revision_own on request_revision using (buyer_id = current_organisation() or current_kind() = 'system');
-- A retailer is known to the cooperatives it invited, and to nobody else.
create policy organisation_inviting on organisation for select using (kind = 'retailer' and exists (
  select from request_invitation i join request r on r.id = i.request_id
   where i.buyer_id = organisation.id and i.cooperative_id = current_organisation() and r.revision > 0));
create index request_invitation_of_buyer on request_invitation (buyer_id, cooperative_id);
grant select, insert, update on request to weftway_app;
-- An invitation is answered, and never moved to another request or cooperative.
grant select, insert, delete, update (declined_at, decline_reason) on request_invitation to weftway_app;
grant select, insert, update, delete on request_line, request_requirement to weftway_app;
grant select, insert on request_revision to weftway_app;
create trigger request_revision_is_final before update or delete on request_revision
  for each row execute function forbid_change();

-- The state as the clock has it: open ends at the deadline whether or not a worker has written it down yet.
create function request_state_now(stored text, deadline timestamptz) returns text language sql stable as
  $$ select case when stored = 'open' and deadline <= weftway_now() then 'closed' else stored end $$;
grant execute on function request_state_now(text, timestamptz) to weftway_app;

create function request_moves_by_the_table() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
    'draft>awaiting_approval', 'draft>open', 'awaiting_approval>open', 'awaiting_approval>draft', 'open>closed', 'open>cancelled',
    'draft>cancelled', 'awaiting_approval>cancelled', 'closed>awarded', 'closed>unawarded']) then
    perform refuse(409, 'wrong_state', format('A request cannot go from %s to %s.', old.state, new.state));
  end if;
  if new.state = 'closed' and old.state = 'open' and old.deadline > weftway_clock() then
    perform refuse(409, 'deadline_not_reached', 'A request is closed by its deadline and by nothing else.');
  end if;
  -- What was published stays: only a new revision may change what cooperatives quote on.
  if old.state <> 'draft' and new.revision = old.revision and (
    new.title, new.description, new.currency, new.sealed, new.partial_welcome, new.split_welcome, new.more_than_asked,
    new.deliver_by, new.incoterm, new.incoterm_place, new.delivery_name, new.delivery_street, new.delivery_city,
    new.delivery_postal_code, new.delivery_country, new.payment_days, new.advance_percent
  ) is distinct from (
    old.title, old.description, old.currency, old.sealed, old.partial_welcome, old.split_welcome, old.more_than_asked,
    old.deliver_by, old.incoterm, old.incoterm_place, old.delivery_name, old.delivery_street, old.delivery_city,
    old.delivery_postal_code, old.delivery_country, old.payment_days, old.advance_percent
  ) then
    perform refuse(409, 'record_is_final', 'A published request changes only by a new revision.');
  end if;
  if old.revision > 0 and new.sealed is distinct from old.sealed then
    perform refuse(409, 'record_is_final', 'A request stays sealed or open as it was published.');
  end if;
  -- Prices are not opened early by shortening a deadline, nor is a request opened again once it has passed.
  if old.state not in ('draft', 'awaiting_approval') and new.deadline is distinct from old.deadline then
    if old.state <> 'open' or old.deadline <= weftway_clock() then
      perform refuse(409, 'request_not_open', 'The deadline has passed.');
    elsif new.deadline is null or new.deadline <= old.deadline then
      perform refuse(409, 'deadline_not_later', 'A deadline is extended to a later time than the present one.');
    end if;
  end if;
  if new.reference <> old.reference or new.revision < old.revision then
    perform refuse(409, 'record_is_final', 'A request keeps its reference and its revisions.');
  end if;
  return new;
end $$;
create trigger request_moves before update on request for each row execute function request_moves_by_the_table();

create function request_lines_are_published() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from request where id = coalesce(new.request_id, old.request_id) and state <> 'draft') then
    perform refuse(409, 'record_is_final', 'Lines of a published request change only by a new revision.');
  end if;
  return coalesce(new, old);
end $$;
create trigger request_line_published before insert or update or delete on request_line
  for each row execute function request_lines_are_published();
create function request_invitation_is_sent() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from request where id = old.request_id and revision > 0) then
    perform refuse(409, 'record_is_final', 'Who was invited to a published request stays invited.');
  end if;
  return old;
end $$;
create trigger request_invitation_sent before delete on request_invitation
  for each row execute function request_invitation_is_sent();
create trigger request_requirement_published before insert or update or delete on request_requirement
  for each row execute function request_lines_are_published();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop policy organisation_inviting on organisation;
drop table request_invitation, request_revision, request_requirement, request_line, request cascade;
drop function request_lines_are_published, request_invitation_is_sent, request_moves_by_the_table, request_state_now;
`);
  }
}
