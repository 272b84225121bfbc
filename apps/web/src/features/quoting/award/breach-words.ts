import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import type { ComparedLine, ComparedOffer, ComparedQuote } from '../comparison/compared';
import { useHindranceWords } from '../comparison/hindrance-words';
import type { Breach } from './plan';

/** A broken rule as a sentence that says how to mend it. */
export function useBreachWords(): (
  breach: Breach,
  line: ComparedLine,
  offer: ComparedOffer,
  quote: ComparedQuote,
) => string {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const hindrance = useHindranceWords();
  return (breach, line, offer, quote) => {
    switch (breach) {
      case 'not_a_number':
        return t('breach_not_a_number');
      case 'above_offer':
        return t('breach_above_offer', { name: quote.name, quantity: format.number(offer.quantity) });
      case 'below_minimum':
        return t('breach_below_minimum', {
          name: quote.name,
          quantity: format.number(offer.minimumQuantity),
        });
      case 'above_asked':
        return t('breach_above_asked', { quantity: format.number(line.quantity) });
      case 'split_not_welcome':
        return t('breach_split_not_welcome');
      case 'line_not_quoted':
        return t('breach_line_not_quoted', { name: quote.name });
      default:
        return hindrance(quote, breach);
    }
  };
}
