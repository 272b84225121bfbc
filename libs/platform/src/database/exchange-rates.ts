import { Injectable } from '@nestjs/common';
import { errors } from '../errors/platform.errors.js';
import type { Tx } from './tx.js';

/** Rates against the euro, by currency. */
export type EuroRates = ReadonlyMap<string, string>;

/** Reference rates as entered or seeded: the newest of a currency on or before a day counts. */
@Injectable()
export class ExchangeRates {
  /**
   * Units of each currency for 1 EUR, newest on or before the transaction's day.
   * @throws DomainError `rate_unknown` that names the currency
   */
  async of(tx: Tx, currencies: readonly string[]): Promise<EuroRates> {
    const wanted = [...new Set(currencies)];
    const rows = await tx.query<{ currency: string; per_euro: string }>(
      `select distinct on (currency) currency, per_euro from exchange_rate
        where currency = any($1) and day <= $2 order by currency, day desc`,
      [wanted, tx.now],
    );
    const rates = new Map(rows.map((row) => [row.currency, row.per_euro]));
    rates.set('EUR', '1');
    const missing = wanted.find((currency) => !rates.has(currency));
    if (missing) {
      throw errors.rate_unknown({
        detail: `There is no exchange rate for ${missing} yet. An administrator can enter one.`,
      });
    }
    return rates;
  }
}
