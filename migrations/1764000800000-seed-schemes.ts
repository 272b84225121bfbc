import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schemeFacts, schemeIdOf } from '../libs/compliance/src/scheme/scheme.seed.js';

/** The schemes that certificates are given by, with their criteria. */
export class SeedSchemes1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const schemes = schemeFacts.map(({ criteria: _criteria, ...scheme }) => ({
      id: schemeIdOf(scheme.code),
      ...scheme,
    }));
    await runner.query(
      `insert into scheme (id, code, name, owner_name, kind, edition, source, months_valid)
       select id, code, name, "ownerName", kind, edition, source, "monthsValid"
         from jsonb_to_recordset($1) as s(id uuid, code text, name text, "ownerName" text, kind text, edition text,
              source text, "monthsValid" int)`,
      [JSON.stringify(schemes)],
    );
    const criteria = schemeFacts.flatMap((scheme) =>
      scheme.criteria.map(([code, title], index) => ({
        scheme: schemeIdOf(scheme.code),
        code,
        title,
        position: index + 1,
      })),
    );
    await runner.query(
      `insert into criterion (scheme_id, code, title, position)
       select scheme, code, title, position
         from jsonb_to_recordset($1) as k(scheme uuid, code text, title text, position int)`,
      [JSON.stringify(criteria)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const ids = schemeFacts.map((scheme) => schemeIdOf(scheme.code));
    await runner.query('delete from criterion where scheme_id = any($1)', [ids]);
    await runner.query('delete from scheme where id = any($1)', [ids]);
  }
}
