import type { MigrationInterface, QueryRunner } from 'typeorm';
import { crafts } from '../libs/directory/src/craft/craft.seed.js';

/** The crafts that profiles and products are listed under. */
export class SeedCrafts1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into craft (code, name) select * from unnest($1::text[], $2::text[])', [
      Object.keys(crafts),
      Object.values(crafts),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from craft where code = any($1)', [Object.keys(crafts)]);
  }
}
