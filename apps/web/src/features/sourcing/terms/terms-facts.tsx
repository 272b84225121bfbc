import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Day, Moment } from '@/ui/figures';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';
import type { RequestView } from '../request/use-request';
import styles from './terms.module.css';

/** The terms in words, as everyone who may see the request reads them. */
export function TermsFacts({ request }: { request: RequestView }) {
  const { t, i18n } = useTranslation('buyer');
  const format = useFormat();
  const { delivery } = request;
  const currency = new Intl.DisplayNames(i18n.language, { type: 'currency' }).of(request.currency);
  const address = [
    delivery.name,
    delivery.street,
    [delivery.postalCode, delivery.city].filter(Boolean).join(' '),
    format.country(delivery.country),
  ]
    .filter(Boolean)
    .join(', ');
  const facts: [label: string, words: ReactNode][] = [
    [t('terms_deadline'), request.deadline ? <Moment at={request.deadline} exact /> : t('noneYet')],
    [t('terms_deliverBy'), request.deliverBy ? <Day day={request.deliverBy} /> : t('openToAgree')],
    [t('terms_delivery'), `${t(`incoterm_${request.incoterm}`)}, ${request.incotermPlace}`],
    [t('deliverTo'), address],
    [t('terms_currency'), currency ? `${request.currency} · ${currency}` : request.currency],
    [t('terms_payment'), t('paymentWords', { count: request.paymentDays })],
    ...(Number(request.advancePercent ?? 0) > 0
      ? [
          [
            t('terms_advance'),
            t('advanceWords', { percent: format.number(request.advancePercent ?? '0') }),
          ] as [string, ReactNode],
        ]
      : []),
    [
      t('terms_schemes'),
      request.requirements.length === 0 ? (
        t('noSchemes')
      ) : (
        <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 6 }}>
          {request.requirements.map((one) => (
            <Tag key={one.schemeId}>{one.name}</Tag>
          ))}
        </span>
      ),
    ],
    [
      t('terms_quoting'),
      [
        t(request.sealed ? 'says_sealed' : 'says_open'),
        t(request.partialWelcome ? 'says_partial' : 'says_whole'),
        t(request.splitWelcome ? 'says_split' : 'says_single'),
      ].join(' '),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, words]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
