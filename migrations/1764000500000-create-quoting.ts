import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quotes with their revisions and price breaks, sealing, awards and allocations. */
export class CreateQuoting1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table quote (
  id uuid primary key,
  request_id uuid not null references request,
  buyer_id uuid not null,
  cooperative_id uuid not null references organisation,
  reference text not null,
  state text not null check (state in ('draft', 'submitted', 'withdrawn', 'awarded', 'partly_awarded', 'declined', 'lapsed')),
  -- The newest submitted revision; 0 before the first.
  revision int not null default 0,
  created_by uuid not null,
  created_at timestamptz not null default weftway_now(),
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  decline_reason text,
  version int not null default 1,
  unique (request_id, cooperative_id),
  unique (cooperative_id, reference),
  -- What hangs on a quote carries these four, and is held to them.
  unique (id, request_id, buyer_id, cooperative_id),
  constraint quote_submitted_has_revision check (state = 'draft' or revision > 0)
);
create index quote_of_cooperative on quote (cooperative_id, created_at desc, id desc);
create table quote_revision (
  quote_id uuid not null,
  revision int not null check (revision > 0),
  request_id uuid not null,
  buyer_id uuid not null,
  cooperative_id uuid not null,
  request_revision int not null,
  currency char(3) not null references currency,
  valid_until date not null,
  terms text,
  created_at timestamptz not null default weftway_now(),
  submitted_by uuid,
  submitted_at timestamptz,
  primary key (quote_id, revision),
  foreign key (quote_id, request_id, buyer_id, cooperative_id) references quote (id, request_id, buyer_id, cooperative_id),
  foreign key (request_id, request_revision) references request_revision
);
create table quote_line (
  quote_id uuid not null,
  revision int not null,
  request_line_id uuid not null,
  request_id uuid not null,
  buyer_id uuid not null,
  cooperative_id uuid not null,
  quantity numeric(18, 3) not null check (quantity > 0),
  unit_price numeric(18, 6) not null check (unit_price > 0),
  price_base_quantity numeric(18, 3) not null default 1 check (price_base_quantity > 0),
  minimum_quantity numeric(18, 3) not null default 0 check (minimum_quantity >= 0),
  lead_time_days int not null check (lead_time_days between 0 and 1000),
  capacity_per_month numeric(18, 3) check (capacity_per_month > 0),
  note text,
  primary key (quote_id, revision, request_line_id),
  foreign key (quote_id, revision) references quote_revision on delete cascade,
  foreign key (request_id, request_line_id) references request_line,
  constraint quote_line_minimum_fits check (minimum_quantity <= quantity)
);
create table quote_price_break (
  quote_id uuid not null,
  revision int not null,
  request_line_id uuid not null,
  request_id uuid not null,
  buyer_id uuid not null,
  cooperative_id uuid not null,
  from_quantity numeric(18, 3) not null check (from_quantity > 0),
  unit_price numeric(18, 6) not null check (unit_price > 0),
  primary key (quote_id, revision, request_line_id, from_quantity),
  foreign key (quote_id, revision, request_line_id) references quote_line on delete cascade
);
create index quote_line_of_request on quote_line (request_id, request_line_id);
alter table quote enable row level security;
alter table quote_revision enable row level security;
alter table quote_line enable row level security;
alter table quote_price_break enable row level security;

-- Rule 3. The buyer of a sealed request reads no price before it is closed; of a cancelled one, never.
create function prices_are_open(of_request uuid) returns boolean language sql stable as $$
  select exists (
    select from request r
     where r.id = of_request and r.buyer_id = current_organisation()
       and (not r.sealed or request_state_now(r.state, r.deadline) in ('closed', 'awarded', 'unawarded')))
$$;
create policy quote_own on quote using (cooperative_id = current_organisation() or current_kind() = 'system')
  with check (cooperative_id = current_organisation() or current_kind() = 'system');
create policy quote_of_buyer on quote for select using (buyer_id = current_organisation() and state <> 'draft');
create policy quote_decided_by_buyer on quote for update
  using (buyer_id = current_organisation() and state = 'submitted') with check (buyer_id = current_organisation());
create policy quote_revision_own on quote_revision using (cooperative_id = current_organisation() or current_kind() = 'system')
  with check (cooperative_id = current_organisation() or current_kind() = 'system');
create policy quote_revision_of_buyer on quote_revision for select
  using (buyer_id = current_organisation() and submitted_at is not null and prices_are_open(request_id));
create policy quote_line_own on quote_line using (cooperative_id = current_organisation() or current_kind() = 'system')
  with check (cooperative_id = current_organisation() or current_kind() = 'system');
create policy quote_line_of_buyer on quote_line for select using (buyer_id = current_organisation() and exists (
  select from quote_revision v where v.quote_id = quote_line.quote_id and v.revision = quote_line.revision));
create policy quote_price_break_own on quote_price_break
  using (cooperative_id = current_organisation() or current_kind() = 'system')
  with check (cooperative_id = current_organisation() or current_kind() = 'system');
create policy quote_price_break_of_buyer on quote_price_break for select using (buyer_id = current_organisation() and exists (
  select from quote_revision v where v.quote_id = quote_price_break.quote_id and v.revision = quote_price_break.revision));
grant select, insert, update on quote, quote_revision to weftway_app;
grant select, insert, update, delete on quote_line, quote_price_break to weftway_app;

-- Rule 8: what was submitted is final, line by line.
create function submitted_quotes_are_final() returns trigger language plpgsql security definer set search_path = public as $$
begin
  -- Both places of a row that would move: out of a submitted revision is a change of it, like into it.
  if exists (select from quote_revision v where v.submitted_at is not null and (
               (v.quote_id = old.quote_id and v.revision = old.revision)
               or (v.quote_id = new.quote_id and v.revision = new.revision))) then
    perform refuse(409, 'record_is_final', 'A submitted quote never changes; revise it.');
  end if;
  return coalesce(new, old);
end $$;
create trigger quote_line_final before insert or update or delete on quote_line
  for each row execute function submitted_quotes_are_final();
create trigger quote_price_break_final before insert or update or delete on quote_price_break
  for each row execute function submitted_quotes_are_final();

-- Rule 4: while the request is open by this clock, on its current revision, under a lock that its closing waits for.
create function quote_is_submitted_in_time() returns trigger language plpgsql security definer set search_path = public as $$
declare
  asked request;
begin
  if tg_op = 'INSERT' then
    if new.submitted_at is not null then
      perform refuse(409, 'wrong_state', 'A revision of a quote begins as a draft.');
    end if;
    return new;
  end if;
  if old.submitted_at is not null then
    perform refuse(409, 'record_is_final', 'A submitted quote never changes; revise it.');
  end if;
  if (new.quote_id, new.revision) is distinct from (old.quote_id, old.revision) then
    perform refuse(409, 'record_is_final', 'A revision stays with its quote.');
  end if;
  if new.submitted_at is null then
    return new;
  end if;
  select * into asked from request where id = new.request_id for share;
  if asked.state <> 'open' or asked.deadline <= weftway_clock() then
    perform refuse(409, 'request_not_open', 'Quotes are accepted only while the request is open.');
  end if;
  if new.request_revision <> asked.revision then
    perform refuse(409, 'quote_on_former_revision', 'The request has changed since; quote on its current revision.');
  end if;
  if not exists (select from request_invitation where request_id = new.request_id and cooperative_id = new.cooperative_id) then
    perform refuse(404, 'not_found', 'There is no such request.');
  end if;
  if not exists (select from quote_line where quote_id = new.quote_id and revision = new.revision) then
    perform refuse(422, 'quote_without_lines', 'A quote has at least one line.');
  end if;
  if not asked.partial_welcome and exists (
    select from request_line l left join quote_line q
        on q.quote_id = new.quote_id and q.revision = new.revision and q.request_line_id = l.id
     where l.request_id = new.request_id and (q.quantity is null or q.quantity < l.quantity)) then
    perform refuse(422, 'partial_quote_not_welcome', 'This request asks for every line in its full quantity.');
  end if;
  new.submitted_at := weftway_clock();
  return new;
end $$;
create trigger quote_revision_in_time before insert or update on quote_revision
  for each row execute function quote_is_submitted_in_time();

create function quote_moves_by_the_table() returns trigger language plpgsql security definer set search_path = public as $$
declare
  asked request;
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
    'draft>submitted', 'submitted>withdrawn', 'withdrawn>submitted', 'submitted>awarded', 'submitted>partly_awarded',
    'submitted>declined', 'submitted>lapsed']) then
    perform refuse(409, 'wrong_state', format('A quote cannot go from %s to %s.', old.state, new.state));
  end if;
  if (new.request_id, new.cooperative_id, new.buyer_id, new.reference) is distinct from
     (old.request_id, old.cooperative_id, old.buyer_id, old.reference) then
    perform refuse(409, 'record_is_final', 'A quote stays with its request.');
  end if;
  if new.state <> old.state then
    select * into asked from request where id = new.request_id for share;
    if new.state = 'withdrawn' and (asked.state <> 'open' or asked.deadline <= weftway_clock()) then
      perform refuse(409, 'request_not_open', 'A quote can be withdrawn until the deadline, not after.');
    end if;
    if new.state = 'submitted' and (asked.state <> 'open' or asked.deadline <= weftway_clock()) then
      perform refuse(409, 'request_not_open', 'Quotes are accepted only while the request is open.');
    end if;
    if new.state in ('awarded', 'partly_awarded', 'declined', 'lapsed') and current_organisation() = new.cooperative_id then
      perform refuse(409, 'wrong_state', 'A cooperative does not decide on its own quote.');
    end if;
  end if;
  if new.revision <> old.revision then
    if new.revision < old.revision or not exists (
      select from quote_revision where quote_id = new.id and revision = new.revision and submitted_at is not null) then
      perform refuse(409, 'wrong_state', 'A quote stands on its newest submitted revision.');
    end if;
    select * into asked from request where id = new.request_id for share;
    if asked.state <> 'open' or asked.deadline <= weftway_clock() then
      perform refuse(409, 'request_not_open', 'Quotes are accepted only while the request is open.');
    end if;
  end if;
  if new.state = 'submitted' and new.state <> old.state and not exists (
    select from quote_revision where quote_id = new.id and revision = new.revision and submitted_at is not null) then
    perform refuse(409, 'wrong_state', 'A quote stands on its newest submitted revision.');
  end if;
  return new;
end $$;
create trigger quote_moves before update on quote for each row execute function quote_moves_by_the_table();
create function quote_begins_as_a_draft() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.state <> 'draft' or new.revision <> 0 then
    perform refuse(409, 'wrong_state', 'A quote begins as a draft.');
  end if;
  if not exists (
    select from request r join request_invitation i on i.request_id = r.id and i.cooperative_id = new.cooperative_id
     where r.id = new.request_id and r.buyer_id = new.buyer_id and r.revision > 0) then
    perform refuse(404, 'not_found', 'There is no such request.');
  end if;
  return new;
end $$;
create trigger quote_begins before insert on quote for each row execute function quote_begins_as_a_draft();

create table award (
  id uuid primary key,
  request_id uuid not null references request,
  buyer_id uuid not null,
  state text not null check (state in ('draft', 'awaiting_approval', 'confirmed', 'rejected')),
  currency char(3) not null references currency,
  total_minor bigint not null check (total_minor >= 0),
  needs_approval boolean not null,
  reason text,
  proposed_by uuid not null,
  proposed_at timestamptz not null default weftway_now(),
  approved_by uuid,
  approved_at timestamptz,
  rejection_reason text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  version int not null default 1,
  unique (id, request_id, buyer_id),
  constraint award_not_approved_by_its_proposer check (approved_by is null or approved_by <> proposed_by),
  constraint award_above_limit_is_approved check (state <> 'confirmed' or not needs_approval or approved_by is not null)
);
create unique index award_once on award (request_id) where state = 'confirmed';
create unique index award_one_at_a_time on award (request_id) where state in ('draft', 'awaiting_approval');
create index award_of_buyer on award (buyer_id, proposed_at desc, id desc);
create table award_allocation (
  award_id uuid not null,
  request_line_id uuid not null,
  quote_id uuid not null,
  quote_revision int not null,
  request_id uuid not null,
  buyer_id uuid not null,
  cooperative_id uuid not null,
  quantity numeric(18, 3) not null check (quantity > 0),
  unit_price numeric(18, 6) not null check (unit_price > 0),
  price_base_quantity numeric(18, 3) not null check (price_base_quantity > 0),
  price_break_from numeric(18, 3),
  currency char(3) not null references currency,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (award_id, request_line_id, quote_id),
  -- An allocation is of its award's request, and of the cooperative that quoted: the gates below ask by these columns.
  foreign key (award_id, request_id, buyer_id) references award (id, request_id, buyer_id),
  foreign key (quote_id, request_id, buyer_id, cooperative_id) references quote (id, request_id, buyer_id, cooperative_id),
  foreign key (request_id, request_line_id) references request_line,
  foreign key (quote_id, quote_revision, request_line_id) references quote_line (quote_id, revision, request_line_id)
);
alter table award enable row level security;
alter table award_allocation enable row level security;
create policy award_own on award using (buyer_id = current_organisation() or current_kind() = 'system');
create policy award_allocation_own on award_allocation using (buyer_id = current_organisation() or current_kind() = 'system');
grant select, insert, update on award to weftway_app;
grant select, insert, delete on award_allocation to weftway_app;

create function allocations_of_decided_awards_are_final() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from award where id = coalesce(new.award_id, old.award_id) and state <> 'draft') then
    perform refuse(409, 'record_is_final', 'The allocations of an award change only while it is a draft.');
  end if;
  return coalesce(new, old);
end $$;
create trigger award_allocation_final before insert or update or delete on award_allocation
  for each row execute function allocations_of_decided_awards_are_final();

-- Rules 5 and 6, whatever the service thinks: looked at once more, under locks, as the award is confirmed.
create function award_holds() returns trigger language plpgsql security definer set search_path = public as $$
declare
  asked request;
  wrong record;
begin
  if new.state = old.state then
    if old.state in ('confirmed', 'rejected') then
      perform refuse(409, 'record_is_final', 'A decided award never changes.');
    end if;
    if old.state = 'awaiting_approval' then
      perform refuse(409, 'record_is_final', 'What waits for approval is approved or rejected as it is.');
    end if;
    return new;
  end if;
  if not (old.state || '>' || new.state) = any (array[
    'draft>awaiting_approval', 'draft>confirmed', 'awaiting_approval>confirmed', 'awaiting_approval>rejected',
    'draft>rejected']) then
    perform refuse(409, 'wrong_state', format('An award cannot go from %s to %s.', old.state, new.state));
  end if;
  if new.state <> 'confirmed' then
    return new;
  end if;
  if (new.request_id, new.buyer_id, new.currency, new.total_minor, new.proposed_by) is distinct from
     (old.request_id, old.buyer_id, old.currency, old.total_minor, old.proposed_by) then
    perform refuse(409, 'record_is_final', 'An award is confirmed as it was proposed.');
  end if;
  select * into asked from request where id = new.request_id for update;
  if request_state_now(asked.state, asked.deadline) <> 'closed' then
    perform refuse(409, 'request_not_closed', 'An award follows the closing of its request, once.');
  end if;
  if not exists (select from award_allocation where award_id = new.id) then
    perform refuse(422, 'award_without_allocations', 'An award allocates at least one line.');
  end if;
  perform from quote q where q.id in (select quote_id from award_allocation where award_id = new.id) order by q.id for update;

  for wrong in
    select l.position, o.name, a.quantity, ql.quantity as offered, ql.minimum_quantity as least, q.state, q.revision,
           a.quote_revision, v.request_revision, v.valid_until,
           coalesce(b.unit_price, ql.unit_price) as price, a.unit_price, a.price_base_quantity, ql.price_base_quantity as base,
           a.amount_minor, line_amount_minor(a.quantity, a.unit_price, a.price_base_quantity, a.currency) as amount,
           a.currency, v.currency as quoted_currency
      from award_allocation a
      join quote q on q.id = a.quote_id
      join organisation o on o.id = q.cooperative_id
      join quote_revision v on v.quote_id = a.quote_id and v.revision = a.quote_revision
      join quote_line ql on ql.quote_id = a.quote_id and ql.revision = a.quote_revision and ql.request_line_id = a.request_line_id
      join request_line l on l.request_id = a.request_id and l.id = a.request_line_id
      left join lateral (
        select unit_price from quote_price_break p
         where p.quote_id = a.quote_id and p.revision = a.quote_revision and p.request_line_id = a.request_line_id
           and p.from_quantity <= a.quantity
         order by p.from_quantity desc limit 1) b on true
     where a.award_id = new.id
     order by l.position
  loop
    if wrong.state <> 'submitted' or wrong.revision <> wrong.quote_revision then
      perform refuse(409, 'quote_not_current', format('The quote of %s for line %s is not the current one.', wrong.name, wrong.position));
    end if;
    if wrong.request_revision <> asked.revision then
      perform refuse(409, 'quote_stale', format('The quote of %s is on a former revision of the request.', wrong.name));
    end if;
    if wrong.valid_until < weftway_clock()::date then
      perform refuse(409, 'quote_expired', format('The quote of %s was valid until %s.', wrong.name, wrong.valid_until));
    end if;
    if wrong.quantity > wrong.offered then
      perform refuse(422, 'award_above_quote', format('Line %s: %s offered %s and no more.', wrong.position, wrong.name, wrong.offered));
    end if;
    if wrong.quantity < wrong.least then
      perform refuse(422, 'award_below_minimum', format('Line %s: %s makes %s at the least.', wrong.position, wrong.name, wrong.least));
    end if;
    if wrong.price <> wrong.unit_price or wrong.base <> wrong.price_base_quantity or wrong.amount <> wrong.amount_minor
       or wrong.currency <> wrong.quoted_currency then
      perform refuse(409, 'award_price_differs', format('Line %s: the price of %s is not the quoted one.', wrong.position, wrong.name));
    end if;
  end loop;

  select l.position, sum(a.quantity) as given, l.quantity, count(*) as suppliers into wrong
    from award_allocation a join request_line l on l.request_id = a.request_id and l.id = a.request_line_id
   where a.award_id = new.id group by l.position, l.quantity
  having (sum(a.quantity) > l.quantity and not asked.more_than_asked) or (count(*) > 1 and not asked.split_welcome)
   order by l.position limit 1;
  if found then
    if wrong.given > wrong.quantity and not asked.more_than_asked then
      perform refuse(422, 'award_above_request', format('Line %s asks for %s, not %s.', wrong.position, wrong.quantity, wrong.given));
    end if;
    perform refuse(422, 'split_not_welcome', format('Line %s goes to one cooperative: the request welcomes no split.', wrong.position));
  end if;

  for wrong in
    select distinct o.id, o.name, s.id as scheme_id, s.name as scheme
      from award_allocation a join organisation o on o.id = a.cooperative_id
      join request_requirement q on q.request_id = new.request_id join scheme s on s.id = q.scheme_id
     where a.award_id = new.id order by o.name, s.name
  loop
    if holds_certificate(wrong.id, wrong.scheme_id, weftway_clock()::date) is null then
      perform refuse(409, 'certificate_missing', format('%s holds no valid certificate of %s today.', wrong.name, wrong.scheme));
    end if;
  end loop;
  return new;
end $$;
create trigger award_confirmed before update on award for each row execute function award_holds();
create function award_begins_undecided() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from request where id = new.request_id and buyer_id = new.buyer_id) then
    perform refuse(404, 'not_found', 'There is no such request.');
  end if;
  if new.state <> 'draft' then
    perform refuse(409, 'wrong_state', 'An award begins as a draft.');
  end if;
  return new;
end $$;
create trigger award_begins before insert on award for each row execute function award_begins_undecided();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table award_allocation, award, quote_price_break, quote_line, quote_revision, quote cascade;
drop function award_begins_undecided, quote_begins_as_a_draft, award_holds, allocations_of_decided_awards_are_final, quote_moves_by_the_table,
  quote_is_submitted_in_time, submitted_quotes_are_final, prices_are_open;
`);
  }
}
