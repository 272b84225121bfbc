import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import type { ComparedQuote, Hindrance } from './compared';

/** Why a quote cannot be awarded, as a sentence. */
export function useHindranceWords(): (quote: ComparedQuote, hindrance: Hindrance) => string {
  const { t } = useTranslation('trade');
  const format = useFormat();
  return (quote, hindrance) => {
    switch (hindrance) {
      case 'not_current':
        return t('why_not_current', { name: quote.name });
      case 'stale':
        return t('why_stale', { name: quote.name });
      case 'expired':
        return t('why_expired', { day: format.day(quote.validUntil) });
      case 'certificate_missing':
        return t('why_certificate_missing', {
          schemes: format.list(quote.missing.map((scheme) => scheme.name)),
        });
    }
  };
}

/** The same in a few words, where there is a row for each offer. */
export function useHindranceInShort(): (quote: ComparedQuote, hindrance: Hindrance) => string {
  const { t } = useTranslation('trade');
  const format = useFormat();
  return (quote, hindrance) =>
    t(`short_${hindrance}`, {
      day: format.day(quote.validUntil),
      schemes: format.list(quote.missing.map((scheme) => scheme.name)),
    });
}
