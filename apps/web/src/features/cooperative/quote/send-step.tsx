import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/features/quoting/figures/facts';
import { useFormat } from '@/i18n/format';
import { Money } from '@/ui/figures';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { useOnline } from '@/offline/online';
import { ActionBar } from '../parts/action-bar';
import styles from './quote.module.css';
import type { QuoteAtHand } from './use-quote';

/** A last look: what the buyer will read, and what still wants a hand. */
export function SendStep({ quote }: { quote: QuoteAtHand }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const online = useOnline();
  const navigate = useNavigate();
  const { reading, local, request, server } = quote;
  const { counts } = reading;
  const params = { requestId: request.id };
  const wanting = reading.lines.filter(
    ({ reading: { state } }) =>
      state === 'unfinished' ||
      state === 'wrong' ||
      (!request.partialWelcome && (state === 'empty' || state === 'left_out')),
  );
  const filled = reading.lines.filter(
    ({ asked, reading: { state } }) => state === 'ready' && local.lines[asked.id]?.filledFrom,
  );
  const missing = request.requirements.filter(({ held }) => !held);
  return (
    <>
      <Panel>
        <Facts
          facts={[
            [t('factBuyer'), request.retailer.name],
            [t('factQuoted'), t('factOf', { some: counts.ready, all: reading.lines.length })],
            counts.left_out + counts.empty > 0 && [
              t('factLeftOut'),
              format.number(counts.left_out + counts.empty),
            ],
            [t('validUntilField'), local.validUntil && format.day(local.validUntil)],
            [
              t('total'),
              <strong key="total">
                <Money amount={reading.total} currency={local.currency} />
              </strong>,
            ],
          ]}
        />
      </Panel>
      {(wanting.length > 0 || reading.validityFault) && (
        <Panel title={t('wantingTitle')}>
          <ul className={styles.wanting}>
            {reading.validityFault && (
              <li>{t('faultValidity', { day: format.day(request.deadline.slice(0, 10)) })}</li>
            )}
            {wanting.map(({ asked }) => (
              <li key={asked.id}>
                <Link
                  to="/cooperative/requests/$requestId/quote"
                  params={params}
                  search={{ line: asked.position }}
                >
                  {asked.position} <bdi>{asked.description}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {filled.length > 0 && (
        <Panel title={t('filledTitle')}>
          <p className={styles.quiet}>{t('filledWords')}</p>
          <ul className={styles.wanting}>
            {filled.map(({ asked }) => (
              <li key={asked.id}>
                <Link
                  to="/cooperative/requests/$requestId/quote"
                  params={params}
                  search={{ line: asked.position }}
                >
                  {asked.position} <bdi>{asked.description}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {missing.length > 0 && (
        <p className={styles.warning}>
          {t('sendMissing', { names: format.list(missing.map(({ name }) => name)) })}
        </p>
      )}
      <p className={styles.quiet}>
        {server?.submitted ? t('sendWordsAgain') : t('sendWords')} {!online && t('sendNoLine')}
      </p>
      <ActionBar>
        <Button
          size="md"
          {...actionButton}
          disabled={!reading.complete || !quote.open}
          onClick={() => {
            quote.send();
            void navigate({
              to: '/cooperative/requests/$requestId/quote',
              params,
              search: {},
              replace: true,
            });
          }}
        >
          {t('sendTo', { who: request.retailer.name })}
        </Button>
      </ActionBar>
    </>
  );
}
