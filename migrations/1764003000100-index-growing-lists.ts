import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that grow with every organisation and certificate are read in the order that they are shown in, not sorted whole. */
export class IndexGrowingLists1764003000100 implements MigrationInterface {
  name = 'IndexGrowingLists1764003000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index organisation_applied on organisation (applied_at desc, id desc);
create index certificate_expiries on certificate (assurance_id, valid_until, id) where state in ('granted', 'suspended');
create index outbox_delivery_failed on outbox_delivery (failed_at desc, message_id desc)
  where failed_at is not null and done_at is null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index organisation_applied, certificate_expiries, outbox_delivery_failed');
  }
}
