import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Purchase orders as issued, their documents, and what anyone may ask about a paper. */
export class CreateOrdering1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table purchase_order (
  id uuid primary key,
  buyer_id uuid not null references organisation,
  cooperative_id uuid not null references organisation,
  request_id uuid not null references request,
  award_id uuid not null references award,
  quote_id uuid not null references quote,
  quote_revision int not null,
  year int not null,
  number bigint not null check (number > 0),
  reference text not null,
  revision int not null default 1 check (revision > 0),
  state text not null check (state in ('issued', 'accepted', 'rejected', 'change_proposed', 'in_production',
    'shipped', 'received', 'closed', 'cancelled')),
  title text not null,
  currency char(3) not null references currency,
  total_minor bigint not null check (total_minor >= 0),
  advance_percent numeric(5, 2) not null check (advance_percent between 0 and 50),
  advance_minor bigint not null check (advance_minor >= 0),
  payment_days int not null,
  incoterm char(3) not null,
  incoterm_place text not null,
  deliver_by date,
  -- Names and addresses of both parties and of the place of delivery as they were when the order was issued.
  parties jsonb not null,
  terms text,
  verify_token text not null unique check (length(verify_token) >= 22),
  issued_by uuid not null,
  issued_at timestamptz not null,
  -- The day of issue in the buyer's time zone, as the papers print it.
  issued_on date not null,
  responded_by uuid,
  responded_at timestamptz,
  response_reason text,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancellation_reason text,
  version int not null default 1,
  unique (buyer_id, year, number),
  unique (award_id, cooperative_id),
  -- What hangs on an order carries these three, and is held to them.
  unique (id, buyer_id, cooperative_id),
  constraint purchase_order_rejected_with_reason check (state <> 'rejected' or response_reason is not null),
  constraint purchase_order_cancelled_with_reason check (state <> 'cancelled' or cancellation_reason is not null)
);
create index purchase_order_of_buyer on purchase_order (buyer_id, issued_at desc, id desc);
create index purchase_order_of_cooperative on purchase_order (cooperative_id, issued_at desc, id desc);
create table purchase_order_line (
  order_id uuid not null,
  position int not null check (position > 0),
  buyer_id uuid not null,
  cooperative_id uuid not null,
  request_line_id uuid not null,
  sku text,
  description text not null,
  specification text,
  hs_code char(6),
  unit_code text not null,
  quantity numeric(18, 3) not null check (quantity > 0),
  unit_price numeric(18, 6) not null check (unit_price > 0),
  price_base_quantity numeric(18, 3) not null check (price_base_quantity > 0),
  list_unit_price numeric(18, 6) not null,
  price_break_from numeric(18, 3),
  amount_minor bigint not null check (amount_minor >= 0),
  needed_by date,
  lead_time_days int,
  primary key (order_id, position),
  foreign key (order_id, buyer_id, cooperative_id) references purchase_order (id, buyer_id, cooperative_id)
);
create table purchase_order_certificate (
  order_id uuid not null,
  certificate_id uuid not null references certificate,
  buyer_id uuid not null,
  cooperative_id uuid not null,
  reference text not null,
  scheme text not null,
  valid_from date not null,
  valid_until date not null,
  primary key (order_id, certificate_id),
  foreign key (order_id, buyer_id, cooperative_id) references purchase_order (id, buyer_id, cooperative_id)
);
create table order_document (
  order_id uuid not null,
  revision int not null,
  kind text not null check (kind in ('pdf', 'ubl')),
  buyer_id uuid not null,
  cooperative_id uuid not null,
  state text not null check (state in ('pending', 'ready', 'failed')),
  storage_key text,
  sha256 char(64),
  size bigint,
  attempts int not null default 0,
  error text,
  made_at timestamptz,
  primary key (order_id, revision, kind),
  foreign key (order_id, buyer_id, cooperative_id) references purchase_order (id, buyer_id, cooperative_id),
  constraint order_document_ready_is_stored check (state <> 'ready' or (storage_key is not null and sha256 is not null and size > 0))
);
create index order_document_hash on order_document (sha256) where state = 'ready';
create index order_document_unready on order_document (state, order_id) where state <> 'ready';
alter table purchase_order enable row level security;
alter table purchase_order_line enable row level security;
alter table purchase_order_certificate enable row level security;
alter table order_document enable row level security;
create policy purchase_order_buyer on purchase_order using (buyer_id = current_organisation() or current_kind() = 'system');
create policy purchase_order_cooperative on purchase_order for select using (cooperative_id = current_organisation());
create policy purchase_order_answer on purchase_order for update
  using (cooperative_id = current_organisation()) with check (cooperative_id = current_organisation());
create policy purchase_order_line_buyer on purchase_order_line using (buyer_id = current_organisation() or current_kind() = 'system');
create policy purchase_order_line_cooperative on purchase_order_line for select using (cooperative_id = current_organisation());
create policy purchase_order_certificate_buyer on purchase_order_certificate
  using (buyer_id = current_organisation() or current_kind() = 'system');
create policy purchase_order_certificate_cooperative on purchase_order_certificate for select
  using (cooperative_id = current_organisation());
create policy order_document_buyer on order_document for select using (buyer_id = current_organisation());
create policy order_document_cooperative on order_document for select using (cooperative_id = current_organisation());
create policy order_document_asked on order_document for insert
  with check (buyer_id = current_organisation() and state = 'pending');
create policy order_document_system on order_document using (current_kind() = 'system');
grant select, insert on purchase_order, purchase_order_line, purchase_order_certificate, order_document to weftway_app;
-- Rule 8 by privilege: of an issued order only these columns can be written at all.
grant update (state, revision, responded_by, responded_at, response_reason, cancelled_by, cancelled_at, cancellation_reason, version)
  on purchase_order to weftway_app;
grant update (state, storage_key, sha256, size, attempts, error, made_at) on order_document to weftway_app;
create trigger purchase_order_line_final before update or delete on purchase_order_line
  for each row execute function forbid_change();
create trigger purchase_order_certificate_final before update or delete on purchase_order_certificate
  for each row execute function forbid_change();

-- The documents are asked for last, and at commit they are there: from then on nothing can be added to the order.
create function issued_orders_are_final() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from order_document where order_id = new.order_id) then
    perform refuse(409, 'record_is_final', 'An issued order never changes.');
  end if;
  return new;
end $$;
create trigger purchase_order_line_issued before insert on purchase_order_line
  for each row execute function issued_orders_are_final();
create trigger purchase_order_certificate_issued before insert on purchase_order_certificate
  for each row execute function issued_orders_are_final();
create function ready_documents_are_final() returns trigger language plpgsql as $$
begin
  if old.state = 'ready' then
    perform refuse(409, 'record_is_final', 'A document that is ready never changes.');
  end if;
  return new;
end $$;
create trigger order_document_final before update on order_document
  for each row execute function ready_documents_are_final();

create function purchase_order_moves_by_the_table() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
    'issued>accepted', 'issued>rejected', 'issued>change_proposed', 'issued>cancelled', 'change_proposed>issued',
    'accepted>in_production', 'accepted>cancelled', 'in_production>shipped', 'shipped>received', 'received>closed']) then
    perform refuse(409, 'wrong_state', format('An order cannot go from %s to %s.', old.state, new.state));
  end if;
  if new.state in ('accepted', 'rejected') and new.state <> old.state and current_organisation() is distinct from new.cooperative_id then
    perform refuse(409, 'wrong_state', 'Only its cooperative accepts or rejects an order.');
  end if;
  if new.state = 'cancelled' and new.state <> old.state and current_organisation() is distinct from new.buyer_id then
    perform refuse(409, 'wrong_state', 'Only its buyer cancels an order.');
  end if;
  if new.revision <> old.revision and (new.revision <> old.revision + 1 or not exists (
    select from order_document where order_id = new.id and revision = new.revision)) then
    perform refuse(409, 'wrong_state', 'A revision of an order follows the one before it, with documents of its own.');
  end if;
  return new;
end $$;
create trigger purchase_order_moves before update on purchase_order
  for each row execute function purchase_order_moves_by_the_table();

create function purchase_order_follows_its_award() returns trigger language plpgsql security definer set search_path = public as $$
declare
  wrong text;
begin
  if new.state <> 'issued' or new.revision <> 1 then
    perform refuse(409, 'wrong_state', 'An order begins as it is issued.');
  end if;
  if not exists (select from award where id = new.award_id and buyer_id = new.buyer_id and state = 'confirmed') then
    perform refuse(409, 'award_not_confirmed', 'An order is issued by a confirmed award.');
  end if;
  select s.name into wrong from request_requirement q join scheme s on s.id = q.scheme_id
   where q.request_id = new.request_id and holds_certificate(new.cooperative_id, q.scheme_id, weftway_clock()::date) is null limit 1;
  if found then
    perform refuse(409, 'certificate_missing', format('The cooperative holds no valid certificate of %s today.', wrong));
  end if;
  return new;
end $$;
create trigger purchase_order_of_award before insert on purchase_order
  for each row execute function purchase_order_follows_its_award();

-- At commit: the order is the award's share of its cooperative, line by line, its total is their sum, and its documents are
-- asked for.
create function purchase_order_is_whole() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (
    select from (select request_line_id, quantity, unit_price, amount_minor from award_allocation
                  where award_id = new.award_id and cooperative_id = new.cooperative_id) a
      full join (select request_line_id, quantity, unit_price, amount_minor from purchase_order_line where order_id = new.id) l
        using (request_line_id, quantity, unit_price, amount_minor)
     where a is null or l is null)
     or exists (select from award_allocation
                 where award_id = new.award_id and cooperative_id = new.cooperative_id
                   and (quote_id, quote_revision, currency) is distinct from (new.quote_id, new.quote_revision, new.currency))
     or new.total_minor <> (select sum(amount_minor) from purchase_order_line where order_id = new.id) then
    perform refuse(409, 'order_differs_from_award', 'An order holds what was awarded, and its total is the sum of its lines.');
  end if;
  if (select count(*) from order_document where order_id = new.id and revision = 1) <> 2 then
    perform refuse(409, 'order_without_documents', 'An order is issued together with the promise of its documents.');
  end if;
  return null;
end $$;
create constraint trigger purchase_order_whole after insert on purchase_order
  deferrable initially deferred for each row execute function purchase_order_is_whole();

-- What a paper's reader may know without signing in: whether it is genuine and current, between whom, and no price.
create function verify_order(token text) returns table (
  order_id uuid, reference text, revision int, state text, buyer_name text, cooperative_name text, issued_on date)
language sql stable security definer set search_path = public as $$
  select o.id, o.reference, o.revision, o.state, o.parties->'buyer'->>'name', o.parties->'seller'->>'name', o.issued_on
    from purchase_order o where o.verify_token = token
$$;
create function verify_document(hash text) returns table (
  order_id uuid, reference text, revision int, document_revision int, kind text, state text,
  buyer_name text, cooperative_name text, issued_on date)
language sql stable security definer set search_path = public as $$
  select o.id, o.reference, o.revision, d.revision, d.kind, o.state, o.parties->'buyer'->>'name', o.parties->'seller'->>'name', o.issued_on
    from order_document d join purchase_order o on o.id = d.order_id
   where d.sha256 = hash and d.state = 'ready'
$$;
revoke all on function verify_order(text), verify_document(text) from public;
grant execute on function verify_order(text), verify_document(text) to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function verify_document, verify_order;
drop table order_document, purchase_order_certificate, purchase_order_line, purchase_order cascade;
drop function purchase_order_is_whole, purchase_order_follows_its_award, purchase_order_moves_by_the_table,
  issued_orders_are_final, ready_documents_are_final;
`);
  }
}
