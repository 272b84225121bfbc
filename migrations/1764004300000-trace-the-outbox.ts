import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A promise of the outbox remembers the trace that it was made in, so that what is done for it later belongs to the same. */
export class TraceTheOutbox1764004300000 implements MigrationInterface {
  name = 'TraceTheOutbox1764004300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table outbox_message add column traceparent text
  constraint outbox_message_traceparent check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_message drop column traceparent');
  }
}
