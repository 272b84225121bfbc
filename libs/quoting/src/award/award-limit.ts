import { Injectable } from '@nestjs/common';
import { Organisations } from '#identity';
import { errors, ExchangeRates, type Tx } from '#platform';
import { converterTo } from '../conversion.js';

/** Above which total an organisation's awards wait for an approver. */
@Injectable()
export class AwardLimit {
  constructor(
    private readonly organisations: Organisations,
    private readonly rates: ExchangeRates,
  ) {}

  /** Whether a total is above the buyer's limit, which is in the buyer's own currency. No limit is never exceeded. */
  async isExceeded(tx: Tx, buyerId: string, totalMinor: bigint, currency: string): Promise<boolean> {
    const buyer = (await this.organisations.parties(tx, [buyerId])).get(buyerId);
    if (!buyer) {
      throw errors.not_found();
    }
    if (buyer.approvalLimitMinor === null) {
      return false;
    }
    const rates = await this.rates.of(tx, [currency, buyer.currency]);
    const total = converterTo(buyer.currency, rates)(totalMinor, currency);
    return total > BigInt(buyer.approvalLimitMinor);
  }
}
