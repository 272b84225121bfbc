import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schemes and their criteria, certificates, evidence, review and the decision by two people. */
export class CreateCompliance1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table scheme (
  id uuid primary key,
  code text not null unique,
  name text not null,
  owner_name text not null,
  kind text not null,
  edition text not null,
  source text not null,
  -- This portal's own default where the scheme's owner publishes no term.
  months_valid int not null check (months_valid between 1 and 120),
  active boolean not null default true
);
create table criterion (
  scheme_id uuid not null references scheme,
  code text not null,
  title text not null,
  position int not null,
  primary key (scheme_id, code)
);
alter table scheme enable row level security;
alter table criterion enable row level security;
create policy scheme_read on scheme for select using (true);
create policy scheme_write on scheme using (current_kind() in ('platform', 'system'));
create policy criterion_read on criterion for select using (true);
create policy criterion_write on criterion using (current_kind() in ('platform', 'system'));
grant select, insert, update on scheme, criterion to weftway_app;

create table certificate (
  id uuid primary key,
  reference text not null unique,
  cooperative_id uuid not null references organisation,
  assurance_id uuid not null references organisation,
  scheme_id uuid not null references scheme,
  state text not null check (state in ('draft', 'submitted', 'in_review', 'action_required', 'proposed',
    'granted', 'refused', 'suspended', 'withdrawn', 'expired')),
  scope text not null,
  external_number text,
  valid_from date,
  valid_until date,
  proposed_verdict text check (proposed_verdict in ('grant', 'refuse')),
  proposed_by uuid references person,
  proposed_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  suspended_at timestamptz,
  suspension_reason text,
  created_by uuid not null,
  created_at timestamptz not null default weftway_now(),
  submitted_at timestamptz,
  version int not null default 1,
  constraint certificate_term check (valid_until > valid_from),
  constraint certificate_by_two check (state not in ('granted', 'suspended', 'expired') or (
    proposed_by is not null and decided_by is not null and proposed_by <> decided_by
    and valid_from is not null and valid_until is not null)),
  constraint certificate_refused_by_two check (state <> 'refused' or (
    proposed_by is not null and decided_by is not null and proposed_by <> decided_by)),
  constraint certificate_suspension_told check (state <> 'suspended' or (suspended_at is not null and suspension_reason is not null))
);
create index certificate_of_cooperative on certificate (cooperative_id, scheme_id, state);
create index certificate_queue on certificate (assurance_id, state, submitted_at, id);
create index certificate_open on certificate (assurance_id, submitted_at, id)
  where state in ('submitted', 'in_review', 'action_required', 'proposed');
create index certificate_expiring on certificate (valid_until) where state in ('granted', 'suspended');

create table certificate_evidence (
  certificate_id uuid not null references certificate,
  file_id uuid not null references stored_file,
  cooperative_id uuid not null,
  criterion_code text,
  note text,
  added_by uuid not null,
  added_at timestamptz not null default weftway_now(),
  primary key (certificate_id, file_id)
);
create table certificate_finding (
  certificate_id uuid not null references certificate,
  criterion_code text not null,
  assurance_id uuid not null,
  verdict text not null check (verdict in ('met', 'partly_met', 'not_met', 'not_applicable')),
  note text,
  checked_by uuid not null,
  checked_at timestamptz not null default weftway_now(),
  primary key (certificate_id, criterion_code)
);
create table certificate_decision (
  certificate_id uuid not null references certificate,
  seq int not null,
  cooperative_id uuid not null,
  assurance_id uuid not null,
  act text not null check (act in ('propose_grant', 'propose_refusal', 'return', 'ask_action', 'grant', 'refuse', 'suspend', 'lift', 'withdraw')),
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null default weftway_now(),
  primary key (certificate_id, seq)
);
create table conflict_of_interest (
  person_id uuid not null references person,
  cooperative_id uuid not null references organisation,
  assurance_id uuid not null,
  reason text not null,
  declared_at timestamptz not null default weftway_now(),
  primary key (person_id, cooperative_id)
);
alter table certificate enable row level security;
alter table certificate_evidence enable row level security;
alter table certificate_finding enable row level security;
alter table certificate_decision enable row level security;
alter table conflict_of_interest enable row level security;
create policy certificate_own on certificate using (cooperative_id = current_organisation() or current_kind() = 'system')
  with check (cooperative_id = current_organisation() or current_kind() = 'system');
create policy certificate_assured on certificate
  using (assurance_id = current_organisation() and state <> 'draft')
  with check (assurance_id = current_organisation());
-- That a certificate is or was held is public; what led to it, and who judged, is not. The view has its owner's rights,
-- so its condition is the whole policy. A certificate past its last day is expired, whether or not that was noted yet.
create view public_certificate as
  select id, reference, cooperative_id, scheme_id, valid_from, valid_until,
         case when state in ('granted', 'suspended') and valid_until < weftway_now()::date then 'expired' else state end as state
    from certificate where state in ('granted', 'suspended', 'withdrawn', 'expired');
grant select on public_certificate to weftway_app;
create policy certificate_evidence_own on certificate_evidence
  using (cooperative_id = current_organisation() or current_kind() = 'system');
create policy certificate_evidence_assured on certificate_evidence for select using (exists (
  select from certificate c where c.id = certificate_id and c.assurance_id = current_organisation() and c.state <> 'draft'));
create policy stored_file_evidence on stored_file for select using (purpose = 'evidence' and exists (
  select from certificate_evidence e join certificate c on c.id = e.certificate_id
   where e.file_id = stored_file.id and c.assurance_id = current_organisation() and c.state <> 'draft'));
create policy certificate_finding_assured on certificate_finding
  using (assurance_id = current_organisation() or current_kind() = 'system');
-- The cooperative reads what was found once it is asked to act or it is decided, never while it is weighed.
create policy certificate_finding_shown on certificate_finding for select using (exists (
  select from certificate c where c.id = certificate_id and c.cooperative_id = current_organisation()
     and c.state in ('action_required', 'granted', 'refused', 'suspended', 'withdrawn', 'expired')));
create policy certificate_decision_assured on certificate_decision
  using (assurance_id = current_organisation() or current_kind() = 'system');
create policy certificate_decision_shown on certificate_decision for select using (
  cooperative_id = current_organisation() and act not in ('propose_grant', 'propose_refusal', 'return'));
-- Declared by each person for themselves: nobody takes a case away from another.
create policy conflict_own on conflict_of_interest
  using (assurance_id = current_organisation() or current_kind() = 'system')
  with check ((assurance_id = current_organisation() and person_id = current_person()) or current_kind() = 'system');
grant select, insert, update on certificate, certificate_finding to weftway_app;
grant select, insert, delete on certificate_evidence to weftway_app;
grant select, insert on certificate_decision, conflict_of_interest to weftway_app;
create trigger certificate_decision_is_final before update or delete on certificate_decision
  for each row execute function forbid_change();

-- Whether an organisation is acting, rather than the system or the owner of the schema.
create function someone_acts() returns boolean language sql stable as
  $$ select current_organisation() is not null and current_kind() <> 'system' $$;

-- Rule 9: whoever proposes or decides is an officer of the assuring body, not of the cooperative, not in conflict.
create function assert_independent(judge uuid, of_cooperative uuid, of_assurance uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from member where organisation_id = of_cooperative and person_id = judge) then
    perform refuse(409, 'judge_of_own_cooperative', 'Nobody judges a cooperative that they belong or belonged to. Leave it to another officer.');
  end if;
  if exists (select from conflict_of_interest where person_id = judge and cooperative_id = of_cooperative) then
    perform refuse(409, 'judge_in_conflict', 'Someone who declared a conflict of interest with this cooperative cannot judge it. Leave it to another officer.');
  end if;
  if not exists (select from member where organisation_id = of_assurance and person_id = judge and left_at is null) then
    perform refuse(409, 'judge_not_of_assurance', 'Only people of the assuring body judge.');
  end if;
end $$;
revoke all on function assert_independent(uuid, uuid, uuid) from public;

-- Asked when someone proposes or decides: a conflict declared later stands in the way of no suspension or expiry.
create function certificate_judges_are_independent() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  before certificate;
  judge uuid;
begin
  if tg_op = 'UPDATE' then
    before := old;
  end if;
  if new.proposed_by is not distinct from before.proposed_by and new.decided_by is not distinct from before.decided_by
     and not (new.state in ('granted', 'refused') and before.state is not distinct from 'proposed') then
    return new;
  end if;
  foreach judge in array array_remove(array[new.proposed_by, new.decided_by], null) loop
    perform assert_independent(judge, new.cooperative_id, new.assurance_id);
  end loop;
  if someone_acts() and (
      (new.proposed_by is distinct from before.proposed_by and new.proposed_by is not null and new.proposed_by is distinct from current_person())
      or (new.decided_by is distinct from before.decided_by and new.decided_by is distinct from current_person())) then
    perform refuse(409, 'judge_not_acting', 'Each proposes and decides in their own name only.');
  end if;
  return new;
end $$;
create trigger certificate_judges before insert or update of proposed_by, decided_by, state on certificate
  for each row execute function certificate_judges_are_independent();

-- The machine of states, held also against a writer that goes round the service.
create function certificate_moves_by_the_table() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
    'draft>submitted', 'submitted>in_review', 'in_review>action_required', 'action_required>in_review',
    'in_review>proposed', 'proposed>in_review', 'proposed>granted', 'proposed>refused', 'granted>suspended',
    'suspended>granted', 'granted>withdrawn', 'suspended>withdrawn', 'granted>expired', 'suspended>expired']) then
    perform refuse(409, 'wrong_state', format('A certificate cannot go from %s to %s.', old.state, new.state));
  end if;
  if old.state = 'proposed' and new.state in ('granted', 'refused')
     and new.proposed_verdict is distinct from (case new.state when 'granted' then 'grant' else 'refuse' end) then
    perform refuse(409, 'wrong_state', 'What is confirmed is what was proposed.');
  end if;
  if old.state = 'proposed' and new.state = 'granted' and (
      not exists (select from certificate_evidence where certificate_id = new.id)
      or exists (select from certificate_finding where certificate_id = new.id and verdict = 'not_met')) then
    perform refuse(409, 'grant_unfounded', 'A grant rests on evidence and on no criterion that was found not met.');
  end if;
  return new;
end $$;
create trigger certificate_moves before update of state on certificate
  for each row execute function certificate_moves_by_the_table();

-- Who may change what: the cooperative applies and sends, the assuring body judges, and what was decided stays.
create function certificate_changes_by_whose_turn() returns trigger language plpgsql as $$
declare
  applied_for constant text[] := array['id', 'reference', 'cooperative_id', 'assurance_id', 'scheme_id', 'created_by', 'created_at'];
  sent constant text[] := array['state', 'scope', 'external_number', 'submitted_at', 'version'];
  decided constant text[] := array['scope', 'external_number', 'valid_from', 'valid_until', 'proposed_verdict', 'proposed_by',
    'proposed_at', 'decided_by', 'decided_at', 'submitted_at'];
begin
  if not someone_acts() then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.cooperative_id is distinct from current_organisation() or new.state <> 'draft' or new.proposed_by is not null or new.decided_by is not null then
      perform refuse(409, 'wrong_state', 'A certificate begins as a draft of the cooperative.');
    end if;
    return new;
  end if;
  if exists (select from unnest(applied_for) as name where to_jsonb(new) -> name <> to_jsonb(old) -> name) then
    perform refuse(409, 'record_is_final', 'Who applies to whom, and for which scheme, does not change.');
  end if;
  if old.state in ('granted', 'refused', 'suspended', 'withdrawn', 'expired')
     and exists (select from unnest(decided) as name where to_jsonb(new) -> name <> to_jsonb(old) -> name) then
    perform refuse(409, 'record_is_final', 'A decision never changes.');
  end if;
  if current_organisation() = old.cooperative_id then
    if old.state not in ('draft', 'action_required') or to_jsonb(new) - sent <> to_jsonb(old) - sent
       or (old.state <> 'draft' and (new.scope <> old.scope or new.external_number is distinct from old.external_number)) then
      -- Evidence may be added meanwhile, which moves the version alone.
      if to_jsonb(new) - 'version' <> to_jsonb(old) - 'version' then
        perform refuse(409, 'wrong_state', 'It is with the assuring body now.');
      end if;
    end if;
  elsif (old.state || '>' || new.state) in ('draft>submitted', 'action_required>in_review')
     or (new.scope, new.external_number, new.submitted_at) is distinct from (old.scope, old.external_number, old.submitted_at) then
    perform refuse(409, 'wrong_state', 'The cooperative itself says and sends what it applies with.');
  end if;
  if new.state = 'expired' and old.state <> 'expired' then
    perform refuse(409, 'wrong_state', 'A certificate expires by the clock.');
  end if;
  return new;
end $$;
create trigger certificate_turns before insert or update on certificate
  for each row execute function certificate_changes_by_whose_turn();

-- What hangs on a certificate fits it: its cooperative, its body, its state, and a judge who is free to judge.
create function certificate_evidence_fits() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  about certificate;
begin
  select * into about from certificate where id = case tg_op when 'DELETE' then old.certificate_id else new.certificate_id end;
  if tg_op = 'DELETE' then
    if someone_acts() and about.state not in ('draft', 'action_required') then
      perform refuse(409, 'evidence_closed', 'Evidence is taken away only from a draft or when action is asked for.');
    end if;
    return old;
  end if;
  if about.cooperative_id is distinct from new.cooperative_id or not exists (
      select from stored_file f where f.id = new.file_id and f.organisation_id = new.cooperative_id and f.purpose = 'evidence') then
    perform refuse(404, 'not_found', 'There is nothing here that you can see.');
  end if;
  if someone_acts() and about.state not in ('draft', 'submitted', 'in_review', 'action_required') then
    perform refuse(409, 'evidence_closed', 'Evidence is added before the decision is proposed.');
  end if;
  return new;
end $$;
create trigger certificate_evidence_fits before insert or delete on certificate_evidence
  for each row execute function certificate_evidence_fits();
create function certificate_finding_fits() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  about certificate;
begin
  select * into about from certificate where id = new.certificate_id;
  if about.assurance_id is distinct from new.assurance_id then
    perform refuse(404, 'not_found', 'There is nothing here that you can see.');
  end if;
  if someone_acts() and about.state <> 'in_review' then
    perform refuse(409, 'findings_closed', 'Findings are noted while the certificate is in review.');
  end if;
  if someone_acts() and new.checked_by is distinct from current_person() then
    perform refuse(409, 'judge_not_acting', 'Each notes findings in their own name only.');
  end if;
  perform assert_independent(new.checked_by, about.cooperative_id, about.assurance_id);
  return new;
end $$;
create trigger certificate_finding_fits before insert or update on certificate_finding
  for each row execute function certificate_finding_fits();
create function certificate_decision_fits() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  about certificate;
begin
  select * into about from certificate where id = new.certificate_id;
  if about.assurance_id is distinct from new.assurance_id or about.cooperative_id is distinct from new.cooperative_id then
    perform refuse(404, 'not_found', 'There is nothing here that you can see.');
  end if;
  if someone_acts() and new.decided_by is distinct from current_person() then
    perform refuse(409, 'judge_not_acting', 'Each decides in their own name only.');
  end if;
  perform assert_independent(new.decided_by, about.cooperative_id, about.assurance_id);
  return new;
end $$;
create trigger certificate_decision_fits before insert on certificate_decision
  for each row execute function certificate_decision_fits();

-- Whether a cooperative holds a scheme on a day; takes a share lock so that a suspension waits for an award or is seen by it.
create function holds_certificate(of_cooperative uuid, of_scheme uuid, on_day date) returns uuid
language plpgsql volatile security definer set search_path = public as $$
declare
  held uuid;
begin
  select id into held from certificate
   where cooperative_id = of_cooperative and scheme_id = of_scheme and state = 'granted'
     and valid_from <= on_day and valid_until >= on_day
   order by valid_until desc limit 1 for share;
  return held;
end $$;
grant execute on function holds_certificate(uuid, uuid, date) to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function holds_certificate;
drop policy stored_file_evidence on stored_file;
drop view public_certificate;
drop table conflict_of_interest, certificate_decision, certificate_finding, certificate_evidence, certificate, criterion, scheme cascade;
drop function certificate_moves_by_the_table, certificate_judges_are_independent, certificate_changes_by_whose_turn,
  certificate_evidence_fits, certificate_finding_fits, certificate_decision_fits, assert_independent, someone_acts;
`);
  }
}
