import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Facts } from '@/features/quoting/figures/facts';
import { useFormat } from '@/i18n/format';

/** Who carries the goods how far, in words; the Incoterm behind them is for whoever knows it. */
const carriage: Readonly<
  Record<
    string,
    | 'carriageCollect'
    | 'carriageHandOver'
    | 'carriagePaid'
    | 'carriageInsured'
    | 'carriageDelivered'
    | 'carriageDuty'
  >
> = {
  EXW: 'carriageCollect',
  FCA: 'carriageHandOver',
  FAS: 'carriageHandOver',
  FOB: 'carriageHandOver',
  CPT: 'carriagePaid',
  CFR: 'carriagePaid',
  CIP: 'carriageInsured',
  CIF: 'carriageInsured',
  DAP: 'carriageDelivered',
  DPU: 'carriageDelivered',
  DDP: 'carriageDuty',
};

type Terms = Pick<
  Schemas['InvitedRequestView'],
  'incoterm' | 'incotermPlace' | 'paymentDays' | 'advancePercent'
>;

/** What delivery and payment mean, in plain words. */
export function useTermWords(): { delivery: (terms: Terms) => string; payment: (terms: Terms) => string } {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  return {
    delivery: ({ incoterm, incotermPlace }) => {
      const key = carriage[incoterm];
      const code = `${incoterm} ${incotermPlace}`;
      return key ? `${t(key, { place: incotermPlace })} (${incoterm})` : code;
    },
    payment: ({ paymentDays, advancePercent }) =>
      Number(advancePercent) > 0
        ? [
            t('paidAdvance', { share: format.percent(Number(advancePercent) / 100) }),
            paymentDays === 0 ? t('paidAtOnce') : t('paidAfter', { count: paymentDays }),
          ].join(' ')
        : paymentDays === 0
          ? t('paidAllAtOnce')
          : t('paidAllAfter', { count: paymentDays }),
  };
}

/** The terms of a request. */
export function Terms({ request }: { request: Schemas['InvitedRequestView'] }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const words = useTermWords();
  const { delivery } = request;
  return (
    <Facts
      facts={[
        request.deliverBy !== null && [t('deliverBy'), format.day(request.deliverBy)],
        [
          t('deliverTo'),
          [delivery.name, delivery.city, format.country(delivery.country)].filter(Boolean).join(', '),
        ],
        [t('carriage'), words.delivery(request)],
        [t('payment'), words.payment(request)],
        [t('currency'), request.currency],
        [t('partial'), request.partialWelcome ? t('partialYes') : t('partialNo')],
        [t('split'), request.splitWelcome ? t('splitYes') : t('splitNo')],
        request.sealed && [t('sealed'), t('sealedWords')],
      ]}
    />
  );
}
