import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';
import { priceText } from './amounts';
import type { TypedLine } from './local-quote';
import styles from './quote.module.css';
import type { QuoteAtHand } from './use-quote';

/** Where a line's figures come from; or those of the line before, to be taken over with one touch. */
export function FilledHint(props: {
  quote: QuoteAtHand;
  index: number;
  typed: TypedLine;
  onFill: (part: Partial<TypedLine>) => void;
}) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { quote, index, typed, onFill } = props;
  if (typed.filledFrom !== null) {
    return (
      <p className={styles.filled}>
        <Tag tone="waiting">{t('stateFilled')}</Tag> {t('filledFrom', { name: typed.filledFrom })}
      </p>
    );
  }
  const former = quote.reading.lines[index - 1];
  const same =
    former?.reading.input &&
    former.asked.unitCode === quote.asked[index]?.unitCode &&
    typed.unitPrice.trim() === ''
      ? former.reading.input
      : null;
  return same && quote.open ? (
    <Button
      variant="light"
      size="md"
      mih={44}
      className={styles.same}
      onClick={() =>
        onFill({
          unitPrice: same.unitPrice,
          priceBaseQuantity: same.priceBaseQuantity,
          leadTimeDays: String(same.leadTimeDays),
        })
      }
    >
      {t('sameAsBefore', {
        price: format.money(priceText(same.unitPrice, quote.local.currency), quote.local.currency),
        count: same.leadTimeDays,
      })}
    </Button>
  ) : null;
}
