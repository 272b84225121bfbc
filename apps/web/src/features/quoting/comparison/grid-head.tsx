import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';
import { Mark } from '../figures/mark';
import { type ComparedQuote, hindrancesOf } from './compared';
import styles from './comparison-grid.module.css';

interface Scheme {
  id: string;
  name: string;
}

/** Whose column it is, what all of it comes to, how much of the request it covers, and what stands in its way. */
export const GridHead = memo(function GridHead(props: {
  id: string;
  quote: ComparedQuote;
  currency: string;
  lineCount: number;
  /** The required schemes, where certificates are shown. */
  schemes: readonly Scheme[];
  active: boolean;
  start: number;
  column: number;
  onOpen: (row: number, column: number) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { id, quote, currency, lineCount, schemes, active, start, column, onOpen } = props;
  const [hindrance, ...others] = hindrancesOf(quote);
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={column + 2}
      className={`${styles.head} ${active ? styles.active : ''}`}
      style={{ insetInlineStart: start }}
      onClick={() => onOpen(-1, column)}
    >
      <div className={styles.name} title={quote.name}>
        {quote.name}
      </div>
      <div className={styles.place}>
        {[quote.place, quote.country && format.country(quote.country)].filter(Boolean).join(', ')}
      </div>
      <div className={styles.total} data-figures>
        {format.money(quote.convertedTotal, currency)}
      </div>
      <div className={styles.coverage} aria-hidden>
        <span
          className={styles.covered}
          style={{ inlineSize: `${(quote.linesQuoted / Math.max(1, lineCount)) * 100}%` }}
        />
        <span
          className={styles.coveredInFull}
          style={{ inlineSize: `${(quote.linesInFull / Math.max(1, lineCount)) * 100}%` }}
        />
      </div>
      <div className={styles.place}>
        {t('coverage', { quoted: quote.linesQuoted, all: lineCount, full: quote.linesInFull })}
      </div>
      {schemes.length > 0 && (
        <div className={styles.schemes}>
          {schemes.map((scheme) => {
            const held = quote.certificates.find((one) => one.schemeId === scheme.id);
            return (
              <div key={scheme.id} className={styles.scheme} title={scheme.name}>
                <Mark kind={held ? 'done' : 'wrong'} />
                <span>{held ? t('heldUntil', { day: format.day(held.validUntil) }) : t('notHeld')}</span>
              </div>
            );
          })}
        </div>
      )}
      {hindrance && (
        <div className={styles.hindrances}>
          <Tag tone="wrong">
            {t(`hindrance_${hindrance}`)}
            {others.length > 0 ? ` +${others.length}` : ''}
          </Tag>
        </div>
      )}
    </div>
  );
});
