import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database needs to write answers itself. */
export class WriteAnswers1764004000000 implements MigrationInterface {
  name = 'WriteAnswers1764004000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A moment as the api writes it: RFC 3339 in UTC, to the millisecond.
create function instant(at timestamptz) returns text language sql stable parallel safe as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- The nearest whole number, and of two that are as near the even one: rule 1 for amounts whose price is of one unit.
create function half_even(amount numeric) returns numeric language sql immutable parallel safe as
  $$ select round(amount) - case when abs(amount - trunc(amount)) = 0.5 and mod(trunc(amount), 2) = 0 then sign(amount) else 0 end $$;

-- The next reference of an organisation's series, such as PO-2026-000045, by the clock's year.
create function next_reference(prefix text, for_organisation uuid, of_kind text) returns text language plpgsql as $$
declare
  in_year int := extract(year from weftway_now() at time zone 'UTC');
  number text := take_numbers(for_organisation, of_kind, in_year, 1);
begin
  return prefix || '-' || in_year || '-' || lpad(number, greatest(6, length(number)), '0');
end $$;

-- An amount in minor units as its decimal text, with so many digits as its currency has.
create function minor_text(minor numeric, digits int) returns text language sql immutable parallel safe as
  $$ select round(minor / power(10::numeric, digits), digits)::text $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function minor_text(numeric, int), next_reference(text, uuid, text), half_even(numeric), instant(timestamptz)',
    );
  }
}
