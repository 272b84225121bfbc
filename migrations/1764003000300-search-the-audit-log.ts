import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log is searched by what was done, by whom and when, however long it has grown. */
export class SearchTheAuditLog1764003000300 implements MigrationInterface {
  name = 'SearchTheAuditLog1764003000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index audit_entry_action on audit_entry (organisation_id, action, seq);
create index audit_entry_person on audit_entry (organisation_id, person_id, seq) where person_id is not null;
-- Entries come in order of time: a few pages of this index stand for millions of them.
create index audit_entry_time on audit_entry using brin (at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_entry_action, audit_entry_person, audit_entry_time');
  }
}
