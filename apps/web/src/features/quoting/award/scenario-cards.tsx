import { UnstyledButton } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { toText } from '../figures/decimal';
import type { Ground, Plan, Typed } from './plan';
import { useScenarioReason } from './scenario-reason';
import { type Scenario, scenariosOf } from './scenarios';
import styles from './scenario-cards.module.css';

/** Quick fills, each with a sentence for why. Choosing one replaces all quantities, and can be taken back. */
export function ScenarioCards(props: {
  ground: Ground;
  plan: Plan;
  onChoose: (typed: Typed, words: string) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { ground, plan, onChoose } = props;
  const { currency, lines } = ground.comparison;
  const scenarios = useMemo(() => scenariosOf(ground), [ground]);
  const reason = useScenarioReason(ground);
  const [cheapest] = scenarios;
  if (!cheapest || cheapest.plan.total === 0n) {
    return null;
  }
  // Where several come to the same, the first speaks for them.
  const current = scenarios.find((scenario) => isSame(scenario.plan, plan));
  const money = (minor: bigint): string => format.money(toText(minor, ground.digits, true), currency);
  return (
    <section aria-label={t('scenarios')} className={styles.cards}>
      {scenarios.map((scenario: Scenario) => {
        const chosen = scenario === current;
        return (
          <UnstyledButton
            key={scenario.name}
            className={styles.card}
            aria-pressed={chosen}
            onClick={() =>
              onChoose(scenario.typed, t('filledWith', { name: t(`scenario_${scenario.name}`) }))
            }
          >
            <span className={styles.name}>
              {t(`scenario_${scenario.name}`)}
              {chosen && <IconCircleCheckFilled size={16} aria-label={t('chosen')} />}
            </span>
            <span className={styles.total} data-figures>
              {money(scenario.plan.total)}
            </span>
            <span className={styles.facts} data-figures>
              {t('cooperativesCount', { count: scenario.cooperatives })} ·{' '}
              {t('inFullOf', { full: scenario.plan.inFull, all: lines.length })} ·{' '}
              {t('days', { count: scenario.days })}
            </span>
            <span className={styles.why}>{reason(scenario, cheapest)}</span>
          </UnstyledButton>
        );
      })}
    </section>
  );
}

function isSame(one: Plan, other: Plan): boolean {
  if (one.total !== other.total) {
    return false;
  }
  const given = (plan: Plan): Map<string, bigint> =>
    new Map([...plan.cells].flatMap(([key, cell]) => (cell.quantity ? [[key, cell.quantity] as const] : [])));
  const left = given(one);
  const right = given(other);
  return left.size === right.size && [...left].every(([key, quantity]) => right.get(key) === quantity);
}
