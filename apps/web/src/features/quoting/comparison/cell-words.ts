import type { TFunction } from 'i18next';
import type { Format } from '@/i18n/format';
import { convertedUnitPrice } from '../figures/price-text';
import type { ComparedLine, ComparedOffer, ComparedQuote } from './compared';
import type { Measure } from './comparison-search';

/** What a cell says, by measure. Written once for each offer: numbers are slow to format and cells come and go while scrolling. */
export interface CellWords {
  unit: string;
  amount: string;
  lead: string;
  capacity: string;
  /** What is offered, where it is less than asked. */
  partial: string | null;
}

export function cellWriter(currency: string, t: TFunction<'trade'>, format: Format) {
  const written = new WeakMap<ComparedOffer, CellWords>();
  return (offer: ComparedOffer, quote: ComparedQuote, line: ComparedLine): CellWords => {
    const known = written.get(offer);
    if (known) {
      return known;
    }
    const words: CellWords = {
      unit: format.money(convertedUnitPrice(offer, quote, currency), currency),
      amount: format.money(offer.convertedAmount, currency),
      lead: t('days', { count: offer.leadTimeDays }),
      capacity:
        offer.capacityPerMonth === null
          ? t('capacityUnknown')
          : t('perMonth', { quantity: format.number(offer.capacityPerMonth) }),
      partial:
        offer.comparedQuantity === line.quantity
          ? null
          : t('partOf', { part: format.number(offer.comparedQuantity), whole: format.number(line.quantity) }),
    };
    written.set(offer, words);
    return words;
  };
}

export type CellWriter = ReturnType<typeof cellWriter>;

/** Measures that stand in the cells; certificates are the cooperative's and stand in its head. */
export function cellMeasures(shown: readonly Measure[]): Exclude<Measure, 'certificates'>[] {
  const inCells = shown.filter((one): one is Exclude<Measure, 'certificates'> => one !== 'certificates');
  return inCells.length > 0 ? inCells : ['unit'];
}
