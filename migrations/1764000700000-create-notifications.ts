import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people, each made once from its outbox message. */
export class CreateNotifications1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table message (
  id uuid primary key,
  source_id uuid not null,
  kind text not null,
  organisation_id uuid,
  person_id uuid,
  email citext not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default weftway_now(),
  sent_at timestamptz,
  unique (source_id, kind, email)
);
create index message_of_person on message (person_id, created_at desc, id desc);
create index message_unsent on message (created_at) where sent_at is null;
alter table message enable row level security;
create policy message_own on message for select using (person_id = current_person() and
  (organisation_id is null or organisation_id = current_organisation()));
create policy message_system on message using (current_kind() = 'system');
grant select, insert, update on message to weftway_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table message`);
  }
}
