import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { toText } from '../figures/decimal';
import type { Ground } from './plan';
import type { Scenario } from './scenarios';

/** A plain sentence for why one would choose a scenario, weighed against the cheapest. */
export function useScenarioReason(ground: Ground): (scenario: Scenario, cheapest: Scenario) => string {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const money = (minor: bigint): string =>
    format.money(toText(minor < 0n ? -minor : minor, ground.digits, true), ground.comparison.currency);
  const price = (gap: bigint): string =>
    gap === 0n
      ? t('forTheSame')
      : gap > 0n
        ? t('forMore', { money: money(gap) })
        : t('forLess', { money: money(gap) });
  const sentence = (scenario: Scenario, cheapest: Scenario): string => {
    const gap = scenario.plan.total - cheapest.plan.total;
    switch (scenario.name) {
      case 'cheapest': {
        const short = ground.comparison.lines.length - scenario.plan.inFull;
        return short === 0 ? t('why_cheapest') : t('why_cheapest_short', { count: short });
      }
      case 'fullest': {
        const more = scenario.plan.inFull - cheapest.plan.inFull;
        return more > 0 ? t('why_fullest', { count: more, price: price(gap) }) : t('why_fullest_same');
      }
      case 'soonest': {
        const sooner = cheapest.days - scenario.days;
        return sooner > 0
          ? t('why_soonest', { count: sooner, price: price(gap) })
          : t('why_soonest_same', { price: price(gap) });
      }
      case 'fewest': {
        const fewer = cheapest.cooperatives - scenario.cooperatives;
        return fewer > 0
          ? t('why_fewest', {
              fewer: t('cooperativesCount', { count: scenario.cooperatives }),
              than: format.number(cheapest.cooperatives),
              price: price(gap),
            })
          : t('why_fewest_same');
      }
    }
  };
  return (scenario, cheapest) => {
    const fewer = cheapest.plan.inFull - scenario.plan.inFull;
    return fewer > 0
      ? `${sentence(scenario, cheapest)} ${t('butShort', { count: fewer })}`
      : sentence(scenario, cheapest);
  };
}
