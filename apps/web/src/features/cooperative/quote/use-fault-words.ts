import { useTranslation } from 'react-i18next';
import { useUnits } from '../parts/quantity';
import type { LineReading } from './read-line';
import type { QuoteAtHand } from './use-quote';

export type FaultAt = (field: string, reading: LineReading) => string | undefined;

/** What is wrong with a field of a line, by the portal's own rules or in the server's words. */
export function useFaultWords(quote: QuoteAtHand, lineId: string): FaultAt {
  const { t } = useTranslation('cooperative');
  const { quantity } = useUnits();
  const asked = quote.asked.find(({ id }) => id === lineId);
  return (field, reading) => {
    const fault = reading.faults[field];
    if (fault) {
      return fault === 'faultPartial'
        ? t('faultPartial', { quantity: asked ? quantity(asked.quantity, asked.unitCode) : '' })
        : t(fault);
    }
    return quote.local.refusal?.fields.find((one) => one.lineId === lineId && one.field === field)?.detail;
  };
}
