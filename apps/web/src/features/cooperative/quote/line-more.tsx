import { ActionIcon, Button, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LongText } from '../parts/long-text';
import { useUnits } from '../parts/quantity';
import type { TypedBreak, TypedLine } from './local-quote';
import styles from './quote.module.css';
import type { LineReading } from './read-line';
import type { AskedLine } from './read-quote';
import type { FaultAt } from './use-fault-words';
import type { QuoteAtHand } from './use-quote';

/** What only some lines need: the least that is made, cheaper prices for more, capacity, a note. Open where there is something. */
export function LineMore(props: {
  quote: QuoteAtHand;
  asked: AskedLine;
  typed: TypedLine;
  reading: LineReading;
  faultAt: FaultAt;
  onChange: (part: Partial<TypedLine>) => void;
}) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const { unit } = useUnits();
  const { quote, asked, typed, reading, faultAt, onChange } = props;
  const numeric = { inputMode: 'decimal', autoComplete: 'off', size: 'md' } as const;
  const changeBreak = (index: number, part: Partial<TypedBreak>): void =>
    onChange({
      priceBreaks: typed.priceBreaks.map((step, one) => (one === index ? { ...step, ...part } : step)),
    });
  const used =
    typed.minimumQuantity !== '' ||
    typed.priceBreaks.length > 0 ||
    typed.capacityPerMonth !== '' ||
    typed.note !== '';
  return (
    <details className={styles.more} open={used || undefined}>
      <summary>{t('lineMore')}</summary>
      <Stack gap="md" pt="sm">
        <TextInput
          {...numeric}
          label={t('minimumField')}
          description={t('minimumHint')}
          rightSection={<span className={styles.unit}>{unit(asked.unitCode)}</span>}
          rightSectionWidth={96}
          value={typed.minimumQuantity}
          error={faultAt('minimumQuantity', reading)}
          onChange={(event) => onChange({ minimumQuantity: event.currentTarget.value })}
        />
        <fieldset className={styles.breaks}>
          <legend>{t('breaksTitle')}</legend>
          <p className={styles.quiet}>{t('breaksHint')}</p>
          {typed.priceBreaks.map((step, index) => (
            <div key={index} className={styles.break}>
              <TextInput
                {...numeric}
                label={t('breakFrom')}
                value={step.fromQuantity}
                error={faultAt(`priceBreaks/${index}/fromQuantity`, reading)}
                onChange={(event) => changeBreak(index, { fromQuantity: event.currentTarget.value })}
              />
              <TextInput
                {...numeric}
                label={t('breakPrice', { currency: quote.local.currency })}
                value={step.unitPrice}
                error={faultAt(`priceBreaks/${index}/unitPrice`, reading)}
                onChange={(event) => changeBreak(index, { unitPrice: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={t('breakRemove', { number: index + 1 })}
                onClick={() => onChange({ priceBreaks: typed.priceBreaks.filter((_, one) => one !== index) })}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          {typed.priceBreaks.length < 20 && (
            <Button
              variant="light"
              size="md"
              mih={44}
              onClick={() =>
                onChange({ priceBreaks: [...typed.priceBreaks, { fromQuantity: '', unitPrice: '' }] })
              }
            >
              {t('breakAdd')}
            </Button>
          )}
        </fieldset>
        <TextInput
          {...numeric}
          label={t('capacityField')}
          rightSection={<span className={styles.unit}>{unit(asked.unitCode)}</span>}
          rightSectionWidth={96}
          value={typed.capacityPerMonth}
          error={faultAt('capacityPerMonth', reading)}
          onChange={(event) => onChange({ capacityPerMonth: event.currentTarget.value })}
        />
        <LongText
          label={t('noteField')}
          maxLength={1000}
          value={typed.note}
          error={faultAt('note', reading)}
          onChange={(note) => onChange({ note })}
        />
      </Stack>
    </details>
  );
}
