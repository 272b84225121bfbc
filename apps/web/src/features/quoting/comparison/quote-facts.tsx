import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { State } from '@/ui/state';
import { Facts } from '../figures/facts';
import { Mark } from '../figures/mark';
import { type ComparedQuote, type Comparison, hindrancesOf } from './compared';
import { useHindranceWords } from './hindrance-words';
import styles from './detail.module.css';

/** A quote as a whole: its total, its validity, certificates, terms, and whatever stands in its way. */
export function QuoteFacts({ quote, comparison }: { quote: ComparedQuote; comparison: Comparison }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const words = useHindranceWords();
  const hindrances = hindrancesOf(quote);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {t('quoteNumber', { reference: quote.reference })} <State kind="quote" state={quote.state} />
      </h3>
      {hindrances.length > 0 && (
        <ul className={styles.reasons}>
          {hindrances.map((one) => (
            <li key={one}>
              <Mark kind="wrong" />
              <span>{words(quote, one)}</span>
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          [t('total'), format.money(quote.convertedTotal, comparison.currency)],
          quote.currency !== comparison.currency && [
            t('asQuoted'),
            format.money(quote.total, quote.currency),
          ],
          [
            t('covers'),
            t('coverage', {
              quoted: quote.linesQuoted,
              all: comparison.lines.length,
              full: quote.linesInFull,
            }),
          ],
          [t('validUntil'), format.day(quote.validUntil)],
          [t('submitted'), format.moment(quote.submittedAt)],
          quote.makers !== null && [
            t('makers'),
            quote.makersWomen === null
              ? format.number(quote.makers)
              : t('makersOfWhom', {
                  makers: format.number(quote.makers),
                  women: format.number(quote.makersWomen),
                }),
          ],
        ]}
      />
      {comparison.requiredSchemes.length > 0 && (
        <>
          <h4 className={styles.small}>{t('requiredCertificates')}</h4>
          <ul className={styles.certificates}>
            {comparison.requiredSchemes.map((scheme) => {
              const held = quote.certificates.find((one) => one.schemeId === scheme.id);
              return (
                <li key={scheme.id} className={held ? styles.held : styles.lacking}>
                  <Mark kind={held ? 'done' : 'wrong'} />
                  <span>
                    {scheme.name}
                    <span className={styles.under}>
                      {held
                        ? `${held.reference} · ${t('validTo', { day: format.day(held.validUntil) })}`
                        : t('notHeldToday')}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {quote.terms && (
        <>
          <h4 className={styles.small}>{t('terms')}</h4>
          <p className={styles.words}>{quote.terms}</p>
        </>
      )}
    </section>
  );
}
