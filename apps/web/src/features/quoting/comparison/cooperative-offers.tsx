import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { Mark } from '../figures/mark';
import { unitName } from '../figures/unit-name';
import { cellWriter } from './cell-words';
import type { ComparedLine, ComparedQuote, Comparison } from './compared';
import { OfferDetail } from './offer-detail';
import { QuoteFacts } from './quote-facts';
import styles from './cards.module.css';

/** One cooperative's quote, line by line; the others are a step to either side. */
export function CooperativeOffers(props: {
  comparison: Comparison;
  quote: ComparedQuote;
  place: { at: number; of: number };
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { comparison, quote, place, onBack, onStep } = props;
  const [opened, setOpened] = useState<ComparedLine | null>(null);
  const write = useMemo(() => cellWriter(comparison.currency, t, format), [comparison.currency, t, format]);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        mb="xs"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={onBack}
      >
        {t('allCooperatives')}
      </Button>
      <Panel title={quote.name}>
        <QuoteFacts quote={quote} comparison={comparison} />
      </Panel>
      <ul className={styles.offers}>
        {comparison.lines.map((line) => {
          const offer = line.offers.find((one) => one.quoteId === quote.quoteId);
          const words = offer && write(offer, quote, line);
          return (
            <li key={line.requestLineId}>
              <UnstyledButton className={styles.offer} onClick={() => setOpened(line)}>
                <span className={styles.words}>
                  <span>
                    {line.position}. {line.description}
                  </span>
                  <span className={styles.soft} data-figures>
                    {format.number(line.quantity)} {unitName(t, line.unitCode, Number(line.quantity))}
                    {words ? ` · ${words.lead}` : ''}
                  </span>
                  {words?.partial && (
                    <span className={styles.mark}>
                      <Mark kind="part" /> {words.partial}
                    </span>
                  )}
                </span>
                <span className={styles.amount} data-figures>
                  {words ? (
                    <>
                      {words.unit}
                      <span className={styles.soft}>{words.amount}</span>
                      {offer.best && (
                        <span className={styles.bestMark}>
                          <Mark kind="best" /> {t('best')}
                        </span>
                      )}
                    </>
                  ) : (
                    <span className={styles.soft}>{t('notQuoted')}</span>
                  )}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <nav className={styles.steps} aria-label={t('otherCooperatives')}>
        <Button variant="default" size="md" onClick={() => onStep(-1)} aria-label={t('formerCooperative')}>
          <IconArrowLeft size={18} aria-hidden />
        </Button>
        <span data-figures>{t('placeOf', { at: place.at + 1, of: place.of })}</span>
        <Button variant="default" size="md" onClick={() => onStep(1)} aria-label={t('nextCooperative')}>
          <IconArrowRight size={18} aria-hidden />
        </Button>
      </nav>
      <OfferDetail
        comparison={comparison}
        opened={opened && { quote, line: opened }}
        onClose={() => setOpened(null)}
      />
    </>
  );
}
