import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `npm run explain` found read whole: shown products of one craft by name, and the newest of all. */
export class ListProductsByCraft1764004500000 implements MigrationInterface {
  name = 'ListProductsByCraft1764004500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index product_shown_of_craft on product (craft_code, name, id) where published;
create index product_shown_newest on product (id) where published;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index product_shown_of_craft, product_shown_newest');
  }
}
