import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { PersonActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { CurrencyCode, Day, DecimalText, ListOf, Text } from '../http/fields.js';

export class RateEntry {
  @CurrencyCode({ example: 'KES' })
  currency!: string;

  @Day()
  day!: string;

  @DecimalText({ places: 8, whole: 10, example: '151.2', description: 'Units of the currency for 1 EUR' })
  perEuro!: string;

  @Text({ max: 200, example: 'ECB euro foreign exchange reference rates' })
  source!: string;
}

export class RateList {
  @ListOf(() => RateEntry, { max: 400 })
  items!: RateEntry[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** Exchange rates as an administrator keeps them. */
@Injectable()
export class Rates {
  constructor(private readonly database: Database) {}

  /** The newest of each currency. */
  async newest(actor: PersonActor): Promise<RateList> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<RateEntry>(
        `select r.currency, r.day, trim_scale(r.per_euro)::text as "perEuro", r.source
           from currency c,
                lateral (select * from exchange_rate e where e.currency = c.code order by e.day desc limit 1) r
          order by r.currency limit 400`,
      ),
    );
    return { items, nextCursor: null };
  }

  /** Those of a currency, newest first. */
  async history(actor: PersonActor, currency: string): Promise<RateList> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<RateEntry>(
        `select currency, day, trim_scale(per_euro)::text as "perEuro", source
           from exchange_rate where currency = $1 order by day desc limit 400`,
        [currency.toUpperCase()],
      ),
    );
    return { items, nextCursor: null };
  }

  /** Enters a rate, or corrects the one of that day. What was converted by it stays as it was. */
  async enter(actor: PersonActor, entry: RateEntry): Promise<RateEntry> {
    return this.database.inTransaction(actor, async (tx) => {
      await tx.execute(
        `insert into exchange_rate (currency, day, per_euro, source, entered_by) values ($1, $2, $3, $4, $5)
         on conflict (currency, day) do update
           set per_euro = excluded.per_euro, source = excluded.source, entered_by = excluded.entered_by`,
        [entry.currency, entry.day, entry.perEuro, entry.source, actor.personId],
      );
      tx.record({
        action: 'rate.entered',
        subjectType: 'exchange_rate',
        subjectId: uuidv7(),
        detail: { ...entry },
      });
      return entry;
    });
  }
}
