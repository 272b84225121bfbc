import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { Fields } from '../parts/fields';
import { LongText } from '../parts/long-text';
import { currencyOptions } from '../parts/currencies';
import type { QuoteAtHand } from './use-quote';

/** What holds for all lines: currency, how long it stands, terms of one's own. */
export function WholeQuote({ quote }: { quote: QuoteAtHand }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { local, request, reading, change, open } = quote;
  return (
    <Panel title={t('wholeQuote')}>
      <Fields locked={!open}>
        <NativeSelect
          size="md"
          label={t('currencyField')}
          description={t('currencyHint', { currency: request.currency })}
          data={currencyOptions(format.locale, [request.currency, local.currency])}
          value={local.currency}
          onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, currency: value }))}
        />
        <TextInput
          type="date"
          size="md"
          label={t('validUntilField')}
          description={t('validUntilHint')}
          value={local.validUntil}
          error={
            reading.validityFault &&
            (reading.validityFault === 'faultValidity'
              ? t('faultValidity', { day: format.day(request.deadline.slice(0, 10)) })
              : t('faultMissing'))
          }
          onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, validUntil: value }))}
        />
        <LongText
          label={t('ownTermsField')}
          description={t('ownTermsHint')}
          maxLength={4000}
          value={local.terms}
          onChange={(terms) => change((before) => ({ ...before, terms }))}
        />
      </Fields>
    </Panel>
  );
}
