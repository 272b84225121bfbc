import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';
import { digitsOf } from '../figures/decimal';
import { stepsOf } from '../figures/offer-price';
import { convertedUnitPrice, priceText } from '../figures/price-text';
import { unitName } from '../figures/unit-name';
import type { ComparedLine, ComparedOffer, ComparedQuote } from './compared';
import { Facts } from '../figures/facts';
import styles from './detail.module.css';

/** What is offered on one line: price and its breaks, how many, how soon, and what the cooperative says about it. */
export function OfferFacts(props: {
  line: ComparedLine;
  offer: ComparedOffer | undefined;
  quote: ComparedQuote;
  currency: string;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { line, offer, quote, currency } = props;
  const count = (quantity: string): string =>
    `${format.number(quantity)} ${unitName(t, line.unitCode, Number(quantity))}`;
  const price = (text: string): string =>
    `${format.money(priceText(text, digitsOf(quote.total)), quote.currency)}${
      offer && offer.priceBaseQuantity !== '1' ? ` / ${format.number(offer.priceBaseQuantity)}` : ''
    }`;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {t('lineNumber', { position: line.position })} {line.description}
      </h3>
      {!offer ? (
        <p className={styles.words}>{t('notQuotedHint', { name: quote.name })}</p>
      ) : (
        <>
          <div className={styles.price} data-figures>
            {format.money(convertedUnitPrice(offer, quote, currency), currency)}
            <span className={styles.each}>{t('each', { unit: unitName(t, line.unitCode, 1) })}</span>
            {offer.best && <Tag tone="going">{t('bestOfLine')}</Tag>}
          </div>
          <Facts
            facts={[
              [
                t('amountFor', { quantity: count(offer.comparedQuantity) }),
                format.money(offer.convertedAmount, currency),
              ],
              quote.currency !== currency && [t('asQuoted'), format.money(offer.amount, quote.currency)],
              [t('asked'), count(line.quantity)],
              [t('offered'), count(offer.quantity)],
              [t('minimum'), count(offer.minimumQuantity)],
              [t('leadTime'), t('days', { count: offer.leadTimeDays })],
              line.neededBy && [t('neededBy'), format.day(line.neededBy)],
              [
                t('capacity'),
                offer.capacityPerMonth === null
                  ? t('capacityUnknown')
                  : t('perMonth', { quantity: format.number(offer.capacityPerMonth) }),
              ],
            ]}
          />
          <h4 className={styles.small}>{t('priceBreaks')}</h4>
          <table className={styles.breaks}>
            <tbody>
              {stepsOf(offer).map((step) => (
                <tr key={step.from ?? '0'} data-reached={step.from === offer.priceBreakFrom}>
                  <th scope="row">
                    {step.from === null ? t('listPrice') : t('fromQuantity', { quantity: count(step.from) })}
                  </th>
                  <td>{price(step.unitPrice)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {offer.note && (
            <>
              <h4 className={styles.small}>{t('note')}</h4>
              <p className={styles.words}>{offer.note}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}
