import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { cellKey, type ComparedLine } from '../comparison/compared';
import { least, places, toText, unitsOf } from '../figures/decimal';
import { Mark } from '../figures/mark';
import { unitName } from '../figures/unit-name';
import { AllocationBar } from './allocation-bar';
import { OfferRow } from './offer-row';
import type { Ground, Plan, PlannedLine, Typed } from './plan';
import styles from './line-allocation.module.css';

/** A line: how much of it is given, to whom by a bar, and its offers with a field each. */
export function LineAllocation(props: {
  ground: Ground;
  line: ComparedLine;
  planned: PlannedLine | undefined;
  plan: Plan;
  typed: Typed;
  refusals: ReadonlyMap<string, readonly string[]>;
  folded: boolean;
  onToggle: (lineId: string) => void;
  onGive: (key: string, text: string) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { ground, line, planned, plan, typed, refusals, folded, onToggle, onGive } = props;
  const { currency } = ground.comparison;
  const asked = unitsOf(line.quantity, places.quantity);
  const given = planned?.given ?? 0n;
  const number = (units: bigint): string => format.number(toText(units, places.quantity));
  const standing = given === 0n ? 'none' : given < asked ? 'part' : given > asked ? 'over' : 'full';
  return (
    <>
      <UnstyledButton
        className={styles.head}
        aria-expanded={!folded}
        onClick={() => onToggle(line.requestLineId)}
      >
        {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        <span className={styles.position} data-figures>
          {line.position}
        </span>
        <span className={styles.words}>
          <span className={styles.description}>{line.description}</span>
          <span className={styles.soft} data-figures>
            {[
              line.sku,
              t('askedFor', {
                quantity: `${number(asked)} ${unitName(t, line.unitCode, Number(line.quantity))}`,
              }),
              line.neededBy && t('neededByDay', { day: format.day(line.neededBy) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.bar}>
          <AllocationBar ground={ground} asked={asked} shares={planned?.shares ?? []} />
          <span className={`${styles.standing} ${styles[standing]}`} data-figures>
            {standing === 'full' && <Mark kind="done" />}
            {standing === 'part' && <Mark kind="part" />}
            {standing === 'full'
              ? t('inFull')
              : standing === 'none'
                ? t('notGiven')
                : standing === 'over'
                  ? t('overBy', { quantity: number(given - asked) })
                  : t('shortBy', { quantity: number(asked - given) })}
          </span>
        </span>
        <span className={styles.amount} data-figures>
          {given > 0n && planned && (
            <>{format.money(toText(planned.amount, ground.digits, true), currency)}</>
          )}
        </span>
      </UnstyledButton>
      {!folded &&
        (line.offers.length === 0 ? (
          <p className={styles.nobody}>{t('nobodyOnLine')}</p>
        ) : (
          <ul className={styles.offers}>
            {line.offers.map((offer) => {
              const quote = ground.quotes.get(offer.quoteId);
              const key = cellKey(line.requestLineId, offer.quoteId);
              const own = plan.cells.get(key)?.quantity ?? 0n;
              const open = asked - given + own;
              return (
                quote && (
                  <OfferRow
                    key={key}
                    cell={key}
                    ground={ground}
                    line={line}
                    offer={offer}
                    quote={quote}
                    text={typed[key] ?? ''}
                    planned={plan.cells.get(key)}
                    refusals={refusals.get(key)}
                    room={open > 0n ? least(open, unitsOf(offer.quantity, places.quantity)) : 0n}
                    onGive={onGive}
                  />
                )
              );
            })}
          </ul>
        ))}
    </>
  );
}
