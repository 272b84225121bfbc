import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A verdict that was given by mistake can be taken back while the certificate is in review, by whoever may judge it. */
export class TakeFindingsBack1764003000000 implements MigrationInterface {
  name = 'TakeFindingsBack1764003000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
grant delete on certificate_finding to weftway_app;
create function certificate_finding_is_taken_back() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  about certificate;
begin
  if not someone_acts() then
    return old;
  end if;
  select * into about from certificate where id = old.certificate_id;
  if about.assurance_id is distinct from current_organisation() then
    perform refuse(404, 'not_found', 'There is nothing here that you can see.');
  end if;
  if about.state <> 'in_review' then
    perform refuse(409, 'findings_closed', 'Findings are noted while the certificate is in review.');
  end if;
  perform assert_independent(current_person(), about.cooperative_id, about.assurance_id);
  return old;
end $$;
create trigger certificate_finding_is_taken_back before delete on certificate_finding
  for each row execute function certificate_finding_is_taken_back();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger certificate_finding_is_taken_back on certificate_finding;
drop function certificate_finding_is_taken_back;
revoke delete on certificate_finding from weftway_app;
`);
  }
}
