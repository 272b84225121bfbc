import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Motif } from '@/ui/motif';
import { Tag } from '@/ui/state';
import { type ComparedQuote, type Comparison, hindrancesOf } from './compared';
import styles from './cards.module.css';

/** A cooperative's quote in short. */
export function CooperativeCard(props: { comparison: Comparison; quote: ComparedQuote; onOpen: () => void }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { comparison, quote, onOpen } = props;
  const best = comparison.lines.filter((line) => line.bestQuoteId === quote.quoteId).length;
  return (
    <UnstyledButton className={styles.card} onClick={onOpen}>
      <Motif id={quote.cooperativeId} size={36} />
      <span className={styles.words}>
        <span className={styles.name}>{quote.name}</span>
        <span data-figures>{format.money(quote.convertedTotal, comparison.currency)}</span>
        <span className={styles.soft}>
          {t('coverage', {
            quoted: quote.linesQuoted,
            all: comparison.lines.length,
            full: quote.linesInFull,
          })}
        </span>
        <span className={styles.tags}>
          {best > 0 && <Tag tone="going">{t('bestOn', { count: best })}</Tag>}
          {hindrancesOf(quote).map((one) => (
            <Tag key={one} tone="wrong">
              {t(`hindrance_${one}`)}
            </Tag>
          ))}
        </span>
      </span>
      <IconChevronRight size={18} aria-hidden className={styles.chevron} />
    </UnstyledButton>
  );
}
