import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a cooperative shows of itself: profile, crafts with capacity, products. */
export class CreateDirectory1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table craft (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null
);
alter table craft enable row level security;
create policy craft_read on craft for select using (true);
create policy craft_write on craft using (current_kind() in ('platform', 'system'));
grant select, insert, update on craft to weftway_app;

create table cooperative_profile (
  cooperative_id uuid primary key references organisation,
  story text not null default '',
  place text not null,
  region text,
  founded int check (founded between 1800 and 2100),
  makers int not null check (makers >= 0),
  makers_women int not null check (makers_women >= 0),
  languages text[] not null default '{}',
  published boolean not null default false,
  version int not null default 1,
  constraint women_among_makers check (makers_women <= makers)
);
create table cooperative_craft (
  cooperative_id uuid not null references cooperative_profile,
  craft_code text not null references craft,
  pieces_per_month numeric(18, 3) check (pieces_per_month >= 0),
  work_hours_per_month numeric(18, 3) check (work_hours_per_month >= 0),
  primary key (cooperative_id, craft_code),
  constraint capacity_in_pieces_or_hours check (pieces_per_month is not null or work_hours_per_month is not null)
);
create index cooperative_craft_code on cooperative_craft (craft_code, cooperative_id);
create table product (
  id uuid primary key,
  cooperative_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  craft_code text not null references craft,
  unit_code text not null,
  price_from numeric(18, 6) not null check (price_from > 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  minimum_quantity numeric(18, 3) check (minimum_quantity > 0),
  lead_time_days int check (lead_time_days between 0 and 1000),
  hs_code char(6) check (hs_code ~ '^[0-9]{6}$'),
  photo_file_id uuid references stored_file,
  published boolean not null default false,
  created_at timestamptz not null default weftway_now(),
  version int not null default 1
);
create index product_of_cooperative on product (cooperative_id, name, id);
create index product_shown on product (name, id) where published;
create index product_photo on product (photo_file_id) where photo_file_id is not null;
create index product_text on product using gin ((name || ' ' || description) gin_trgm_ops);
alter table cooperative_profile enable row level security;
alter table cooperative_craft enable row level security;
alter table product enable row level security;
create policy cooperative_profile_own on cooperative_profile
  using (cooperative_id = current_organisation() or current_kind() = 'system');
create policy cooperative_profile_shown on cooperative_profile for select
  using (published or current_kind() in ('platform', 'assurance'));
create policy cooperative_craft_own on cooperative_craft
  using (cooperative_id = current_organisation() or current_kind() = 'system');
create policy cooperative_craft_shown on cooperative_craft for select using (exists (
  select from cooperative_profile p where p.cooperative_id = cooperative_craft.cooperative_id));
create policy product_own on product using (cooperative_id = current_organisation() or current_kind() = 'system');
create policy product_shown on product for select using (published);

-- What anyone may see, with the owner's rights: the condition of each view is the whole policy. Under a row policy
-- no search by text could use its index, since LIKE is not leakproof.
create view shown_cooperative as
  select o.id, o.name, o.country, p.place, p.region, p.founded, p.makers, p.makers_women, p.languages, p.story, p.version
    from cooperative_profile p join organisation o on o.id = p.cooperative_id
   where p.published and o.kind = 'cooperative' and o.state = 'admitted';
create view shown_product as
  select r.id, r.cooperative_id, c.name as cooperative, c.country, c.place, r.name, r.description, r.craft_code, r.unit_code,
         r.price_from, r.currency, r.minimum_quantity, r.lead_time_days, r.hs_code, r.photo_file_id
    from product r join shown_cooperative c on c.id = r.cooperative_id
   where r.published;
grant select on shown_cooperative, shown_product to weftway_app;
grant select, insert, update on cooperative_profile, product to weftway_app;
grant select, insert, update, delete on cooperative_craft to weftway_app;
grant delete on product to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view shown_product, shown_cooperative; drop table product, cooperative_craft, cooperative_profile, craft cascade`,
    );
  }
}
