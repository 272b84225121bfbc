import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps, passkeys, recovery codes; when a session last proved who sits there; passwords that were forgotten. */
export class AddSecondFactors1764004100000 implements MigrationInterface {
  name = 'AddSecondFactors1764004100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table organisation add column second_factor_required boolean not null default false;

-- How long ago someone proved who they are is true time that passed at a screen, whatever the portal's clock is set to.
alter table session add column proved_at timestamptz, add column factor_proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter column proved_at set default clock_timestamp(), alter column proved_at set not null;

create table totp_factor (
  person_id uuid primary key references person,
  -- 20 bytes sealed with the key of the settings: version, nonce of 12, tag of 16, text.
  secret bytea not null check (length(secret) = 49),
  -- The last step of 30 seconds whose code was accepted: none of it or before it is accepted again.
  last_step bigint not null default 0,
  created_at timestamptz not null default weftway_now(),
  confirmed_at timestamptz,
  last_used_at timestamptz
);
create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  counter bigint not null default 0 check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default weftway_now(),
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id, created_at);
create table recovery_code (
  person_id uuid not null references person,
  code_hash bytea not null check (length(code_hash) = 32),
  created_at timestamptz not null default weftway_now(),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
-- A question that was put and waits for its answer: a second step of signing in, or what a passkey is to sign.
create table sign_in_challenge (
  id uuid primary key,
  purpose text not null check (purpose in ('second_step', 'passkey_sign_in', 'passkey_proof', 'passkey_registration')),
  token_hash bytea not null unique,
  person_id uuid references person,
  session_id uuid references session,
  challenge text,
  expires_at timestamptz not null,
  check (purpose in ('passkey_sign_in') or person_id is not null),
  check ((session_id is not null) = (purpose in ('passkey_proof', 'passkey_registration'))),
  check ((challenge is null) = (purpose = 'second_step'))
);
create index sign_in_challenge_expiry on sign_in_challenge (expires_at);
create index sign_in_challenge_person on sign_in_challenge (person_id);
create table password_reset (
  id uuid primary key,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  asked_at timestamptz not null default weftway_now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
-- One link at a time opens the door.
create unique index password_reset_open on password_reset (person_id) where used_at is null;

-- As passwords: for signing in alone, whoever acts.
alter table totp_factor enable row level security;
alter table passkey enable row level security;
alter table recovery_code enable row level security;
alter table sign_in_challenge enable row level security;
alter table password_reset enable row level security;
create policy totp_factor_system on totp_factor using (current_kind() = 'system');
create policy passkey_system on passkey using (current_kind() = 'system');
create policy recovery_code_system on recovery_code using (current_kind() = 'system');
create policy sign_in_challenge_system on sign_in_challenge using (current_kind() = 'system');
create policy password_reset_system on password_reset using (current_kind() = 'system');
grant select, insert, update, delete on totp_factor, passkey, recovery_code, password_reset to weftway_app;
grant select, insert, update, delete on sign_in_challenge to weftway_app;

-- What was used up stays used up, and a signature's counter never runs back.
create function factor_never_runs_back() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'totp_factor' then
    if new.secret = old.secret and new.last_step < old.last_step then
      perform refuse(409, 'factor_used_up', 'A code is accepted once.');
    end if;
  elsif tg_table_name = 'passkey' then
    if new.counter < old.counter or new.public_key <> old.public_key or new.person_id <> old.person_id then
      perform refuse(409, 'factor_used_up', 'A passkey stays as it was registered, and its counter counts up.');
    end if;
  elsif old.used_at is not null and new.used_at is distinct from old.used_at then
    perform refuse(409, 'factor_used_up', 'What was used once is not good again.');
  end if;
  return new;
end $$;
create trigger totp_factor_never_runs_back before update on totp_factor for each row execute function factor_never_runs_back();
create trigger passkey_never_runs_back before update on passkey for each row execute function factor_never_runs_back();
create trigger recovery_code_never_runs_back before update on recovery_code for each row execute function factor_never_runs_back();
create trigger password_reset_never_runs_back before update on password_reset for each row execute function factor_never_runs_back();

-- That someone proved who they are is written by signing in alone, not by whoever acts with the session.
create function session_proof_by_system() returns trigger language plpgsql as $$
begin
  if current_user = 'weftway_app' and current_kind() <> 'system' then
    perform refuse(403, 'not_permitted', 'A session does not vouch for itself.');
  end if;
  return new;
end $$;
create trigger session_proof_by_system before update of token_hash, person_id, proved_at, factor_proved_at on session
  for each row execute function session_proof_by_system();

drop function find_session(bytea);
create function find_session(hash bytea) returns table (
  session_id uuid, person_id uuid, organisation_id uuid, kind text, roles text[], state text, stale boolean, factor_missing boolean)
language sql stable security definer set search_path = public as $$
  select s.id, s.person_id, m.organisation_id, o.kind, m.roles, o.state, s.last_seen_at < weftway_now() - interval '5 minutes',
         coalesce(o.second_factor_required, false) and s.factor_proved_at is null
    from session s
    left join member m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.left_at is null
    left join organisation o on o.id = m.organisation_id
   where s.token_hash = hash and s.revoked_at is null and s.expires_at > weftway_now()
$$;
drop function organisations_of_person();
create function organisations_of_person() returns table (
  id uuid, name text, kind text, roles text[], state text, second_factor_required boolean)
language sql stable security definer set search_path = public as $$
  select o.id, o.name, o.kind, m.roles, o.state, o.second_factor_required
    from member m join organisation o on o.id = m.organisation_id
   where m.person_id = current_person() and m.left_at is null
   order by o.name, o.id
$$;
-- Whoever looks after an organisation sees which of its people have a second factor, and nothing of what it is.
create function members_with_factor() returns table (person_id uuid)
language sql stable security definer set search_path = public as $$
  select m.person_id from member m
   where m.organisation_id = current_organisation() and m.left_at is null
     and (exists (select from totp_factor t where t.person_id = m.person_id and t.confirmed_at is not null)
          or exists (select from passkey p where p.person_id = m.person_id))
$$;
revoke all on function find_session(bytea), organisations_of_person(), members_with_factor() from public;
grant execute on function find_session(bytea), organisations_of_person(), members_with_factor() to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function members_with_factor();
drop function find_session(bytea);
create function find_session(hash bytea) returns table (
  session_id uuid, person_id uuid, organisation_id uuid, kind text, roles text[], state text, stale boolean)
language sql stable security definer set search_path = public as $$
  select s.id, s.person_id, m.organisation_id, o.kind, m.roles, o.state, s.last_seen_at < weftway_now() - interval '5 minutes'
    from session s
    left join member m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.left_at is null
    left join organisation o on o.id = m.organisation_id
   where s.token_hash = hash and s.revoked_at is null and s.expires_at > weftway_now()
$$;
drop function organisations_of_person();
create function organisations_of_person() returns table (id uuid, name text, kind text, roles text[], state text)
language sql stable security definer set search_path = public as $$
  select o.id, o.name, o.kind, m.roles, o.state
    from member m join organisation o on o.id = m.organisation_id
   where m.person_id = current_person() and m.left_at is null
   order by o.name, o.id
$$;
revoke all on function find_session(bytea), organisations_of_person() from public;
grant execute on function find_session(bytea), organisations_of_person() to weftway_app;
drop trigger session_proof_by_system on session;
drop function session_proof_by_system;
drop table password_reset, sign_in_challenge, recovery_code, passkey, totp_factor;
drop function factor_never_runs_back;
alter table session drop column proved_at, drop column factor_proved_at;
alter table organisation drop column second_factor_required;
`);
  }
}
