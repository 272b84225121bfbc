import { Button, TextInput } from '@mantine/core';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import {
  type ComparedLine,
  type ComparedOffer,
  type ComparedQuote,
  hindrancesOf,
} from '../comparison/compared';
import { places, toText } from '../figures/decimal';
import { Mark } from '../figures/mark';
import { convertedUnitPrice } from '../figures/price-text';
import { useHindranceInShort } from '../comparison/hindrance-words';
import { useBreachWords } from './breach-words';
import type { Ground, PlannedCell } from './plan';
import { yarnOf } from './yarn';
import bar from './allocation-bar.module.css';
import styles from './offer-row.module.css';

/** One offer on a line and how much it is given, with every reason against it right there. */
export const OfferRow = memo(function OfferRow(props: {
  cell: string;
  ground: Ground;
  line: ComparedLine;
  offer: ComparedOffer;
  quote: ComparedQuote;
  text: string;
  planned: PlannedCell | undefined;
  refusals: readonly string[] | undefined;
  /** How much more of the line it could take. */
  room: bigint;
  onGive: (key: string, text: string) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const id = useId();
  const words = useBreachWords();
  const inShort = useHindranceInShort();
  const { cell, ground, line, offer, quote, text, planned, refusals = [], room, onGive } = props;
  const { currency } = ground.comparison;
  const hindrances = hindrancesOf(quote);
  const breaches = planned?.breaches ?? [];
  const reasons = [
    ...(breaches.length > 0
      ? breaches.map((breach) => words(breach, line, offer, quote))
      : hindrances.map((one) => inShort(quote, one))),
    ...refusals,
  ];
  const wrong = breaches.length > 0 || refusals.length > 0;
  const barred = hindrances.length > 0 && !text;
  const full = toText(room, places.quantity);
  return (
    <li className={styles.row} data-given={(planned?.quantity ?? 0n) > 0n}>
      <span className={`${bar.swatch} ${yarnOf(ground, quote.quoteId)}`} aria-hidden />
      <span className={styles.who}>
        <span className={styles.name}>{quote.name}</span>
        {offer.best && (
          <span className={styles.best}>
            <Mark kind="best" /> {t('best')}
          </span>
        )}
      </span>
      <span className={styles.facts} data-figures>
        <span className={styles.price}>
          {format.money(convertedUnitPrice(offer, quote, currency), currency)}
        </span>
        <span>{t('offeredShort', { quantity: format.number(offer.quantity) })}</span>
        {Number(offer.minimumQuantity) > 0 && (
          <span>{t('minimumShort', { quantity: format.number(offer.minimumQuantity) })}</span>
        )}
        <span>{t('days', { count: offer.leadTimeDays })}</span>
      </span>
      {!barred && (
        <span className={styles.give}>
          <TextInput
            id={id}
            size="xs"
            inputMode="decimal"
            autoComplete="off"
            className={styles.field}
            aria-label={t('giveTo', { position: line.position, name: quote.name })}
            aria-describedby={reasons.length > 0 ? `${id}-why` : undefined}
            aria-invalid={wrong || undefined}
            error={wrong}
            value={text}
            placeholder="0"
            onChange={(event) => onGive(cell, event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            className={styles.fill}
            data-idle={room <= 0n || room === planned?.quantity || undefined}
            aria-label={t('fillTo', { quantity: format.number(full), name: quote.name })}
            disabled={room <= 0n || room === planned?.quantity}
            onClick={() => onGive(cell, full)}
          >
            {t('fill')}
          </Button>
        </span>
      )}
      <span className={styles.amount} data-figures>
        {planned?.quantity ? (
          <>{format.money(toText(planned.amount, ground.digits, true), currency)}</>
        ) : null}
      </span>
      {reasons.length > 0 && (
        <span
          id={`${id}-why`}
          className={`${styles.why} ${wrong ? styles.wrong : ''} ${barred ? styles.barred : ''}`}
          role={wrong ? 'alert' : undefined}
        >
          {reasons.map((reason) => (
            <span key={reason} className={styles.reason}>
              <Mark kind="wrong" />
              <span>{reason}</span>
            </span>
          ))}
        </span>
      )}
    </li>
  );
});
