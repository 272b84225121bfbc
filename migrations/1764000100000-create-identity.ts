import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, membership, sessions and API keys. */
export class CreateIdentity1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('retailer', 'cooperative', 'assurance', 'platform')),
  state text not null check (state in ('applied', 'admitted', 'refused')),
  name text not null check (length(name) between 2 and 200),
  legal_id text,
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  street text,
  city text,
  postal_code text,
  region text,
  contact_name text,
  email citext not null,
  phone text,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  -- In minor units of the organisation's currency; above it a request or an award waits for an approver.
  approval_limit_minor bigint check (approval_limit_minor >= 0),
  applied_at timestamptz not null default weftway_now(),
  decided_at timestamptz,
  decided_by uuid,
  version int not null default 1
);
create index organisation_listed on organisation (kind, state, name, id);
alter table organisation enable row level security;
create policy organisation_own on organisation for select using (id = current_organisation());
create policy organisation_known on organisation for select using (
  (kind in ('cooperative', 'assurance') and state = 'admitted') or current_kind() in ('platform', 'system'));
create policy organisation_apply on organisation for insert
  with check (current_kind() = 'system' or current_kind() = 'platform');
create policy organisation_change on organisation for update
  using (id = current_organisation() or current_kind() in ('platform', 'system'))
  with check (id = current_organisation() or current_kind() in ('platform', 'system'));
grant select, insert, update on organisation to weftway_app;

create table person (
  id uuid primary key,
  email citext not null unique,
  name text not null check (length(name) between 1 and 200),
  language text not null default 'en',
  time_zone text not null default 'UTC',
  created_at timestamptz not null default weftway_now(),
  version int not null default 1
);
create table member (
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array[
    'requester', 'approver', 'finance', 'owner', 'maker', 'manager', 'officer', 'lead', 'administrator']),
  since timestamptz not null default weftway_now(),
  left_at timestamptz,
  version int not null default 1,
  primary key (organisation_id, person_id)
);
create index member_person on member (person_id);
alter table person enable row level security;
alter table member enable row level security;
create policy member_visible on member for select
  using (organisation_id = current_organisation() or person_id = current_person() or current_kind() in ('platform', 'system'));
create policy member_write on member for insert with check (organisation_id = current_organisation() or current_kind() = 'system');
create policy member_change on member for update
  using (organisation_id = current_organisation() or current_kind() = 'system')
  with check (organisation_id = current_organisation() or current_kind() = 'system');
create policy person_visible on person for select using (
  id = current_person() or current_kind() in ('platform', 'system')
  or exists (select from member m where m.person_id = person.id and m.organisation_id = current_organisation()));
create policy person_write on person for insert with check (current_kind() = 'system');
create policy person_change on person for update
  using (id = current_person() or current_kind() = 'system') with check (id = current_person() or current_kind() = 'system');
grant select, insert, update on person, member to weftway_app;

-- The roles fit the kind of organisation, also for a writer that forgets to ask.
create function member_roles_fit() returns trigger language plpgsql security definer set search_path = public as $$
declare
  allowed text[];
begin
  select case kind
      when 'retailer' then array['requester', 'approver', 'finance', 'owner']
      when 'cooperative' then array['maker', 'manager']
      when 'assurance' then array['officer', 'lead']
      else array['administrator'] end
    into allowed from organisation where id = new.organisation_id;
  if not new.roles <@ allowed then
    perform refuse(422, 'role_not_of_this_kind', 'These roles do not belong to this kind of organisation.');
  end if;
  return new;
end $$;
create trigger member_roles_fit before insert or update on member for each row execute function member_roles_fit();

-- Secrets stand apart so that no query about people can return one.
create table credential (
  person_id uuid primary key references person,
  password_hash text not null,
  changed_at timestamptz not null default weftway_now()
);
create table sign_in_throttle (
  subject text primary key,
  failures int not null,
  first_failure_at timestamptz not null,
  blocked_until timestamptz
);
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  created_at timestamptz not null default weftway_now(),
  last_seen_at timestamptz not null default weftway_now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text,
  address text
);
create index session_person on session (person_id, created_at desc);
create table member_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email citext not null,
  roles text[] not null check (cardinality(roles) > 0),
  token_hash bytea not null unique,
  invited_by uuid,
  invited_at timestamptz not null default weftway_now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index member_invitation_owner on member_invitation (organisation_id, invited_at desc);
create table api_key (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 100),
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid not null references person,
  created_at timestamptz not null default weftway_now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_owner on api_key (organisation_id, created_at desc);
alter table credential enable row level security;
alter table sign_in_throttle enable row level security;
alter table session enable row level security;
alter table member_invitation enable row level security;
alter table api_key enable row level security;
create policy credential_system on credential using (current_kind() = 'system');
create policy sign_in_throttle_system on sign_in_throttle using (current_kind() = 'system');
create policy session_own on session using (person_id = current_person() or current_kind() = 'system');
create policy member_invitation_own on member_invitation
  using (organisation_id = current_organisation() or current_kind() in ('platform', 'system'));
create policy api_key_own on api_key using (organisation_id = current_organisation() or current_kind() = 'system');
grant select, insert, update on credential, session, member_invitation, api_key to weftway_app;
grant select, insert, update, delete on sign_in_throttle to weftway_app;

-- The guard asks these two before there is an actor; each answers for one secret's hash and nothing else.
create function find_session(hash bytea) returns table (
  session_id uuid, person_id uuid, organisation_id uuid, kind text, roles text[], state text, stale boolean)
language sql stable security definer set search_path = public as $$
  select s.id, s.person_id, m.organisation_id, o.kind, m.roles, o.state, s.last_seen_at < weftway_now() - interval '5 minutes'
    from session s
    left join member m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.left_at is null
    left join organisation o on o.id = m.organisation_id
   where s.token_hash = hash and s.revoked_at is null and s.expires_at > weftway_now()
$$;
create function find_api_key(hash bytea) returns table (
  api_key_id uuid, organisation_id uuid, kind text, scopes text[], created_by uuid, state text, roles text[], stale boolean)
language sql stable security definer set search_path = public as $$
  select k.id, k.organisation_id, o.kind, k.scopes, k.created_by, o.state, m.roles,
         k.last_used_at is null or k.last_used_at < weftway_now() - interval '5 minutes'
    from api_key k
    join organisation o on o.id = k.organisation_id
    join member m on m.organisation_id = k.organisation_id and m.person_id = k.created_by and m.left_at is null
   where k.key_hash = hash and k.revoked_at is null and k.expires_at > weftway_now()
$$;
-- A person may know the organisations they belong to, whichever they act for now.
create function organisations_of_person() returns table (id uuid, name text, kind text, roles text[], state text)
language sql stable security definer set search_path = public as $$
  select o.id, o.name, o.kind, m.roles, o.state
    from member m join organisation o on o.id = m.organisation_id
   where m.person_id = current_person() and m.left_at is null
   order by o.name, o.id
$$;
revoke all on function organisations_of_person() from public;
grant execute on function organisations_of_person() to weftway_app;
revoke all on function find_session(bytea) from public;
revoke all on function find_api_key(bytea) from public;
grant execute on function find_session(bytea), find_api_key(bytea) to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function organisations_of_person, find_session, find_api_key;
drop table api_key, member_invitation, session, sign_in_throttle, credential, member, person, organisation cascade;
drop function member_roles_fit;
`);
  }
}
