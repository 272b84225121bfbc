import { Anchor, Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Moment } from '@/ui/figures';
import { actionButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Motif } from '@/ui/motif';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { say } from '@/ui/toast';
import styles from './organisation-page.module.css';
import { RefusalDialog } from './refusal-dialog';

/** Who applied, to be admitted or refused. */
export default function OrganisationPage() {
  const { t } = useTranslation('shared');
  const { organisationId } = useParams({ from: '/signed-in/admin/organisations/$organisationId' });
  const found = api.useQuery('get', '/v1/admin/organisations/{id}', {
    params: { path: { id: organisationId } },
  });
  const back = { to: '/admin/organisations' as const, label: t('organisations') };
  if (!found.data) {
    return (
      <Page title={t('organisations')} back={back} width="narrow">
        <Panel padded={false}>
          {found.error ? (
            <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <RowsSkeleton />
          )}
        </Panel>
      </Page>
    );
  }
  return <Loaded organisation={found.data} />;
}

function Loaded({ organisation }: { organisation: Schemas['OrganisationView'] }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const take = (): void => {
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/admin/organisations'),
    });
  };
  const admit = api.useMutation('post', '/v1/admin/organisations/{id}/admission', {
    onSuccess: () => say(t('admitted', { name: organisation.name, email: organisation.email })),
    // Also where someone was faster: what is there now is read.
    onSettled: take,
  });
  const waits = organisation.state === 'applied';
  return (
    <Page
      width="narrow"
      title={organisation.name}
      beside={<State kind="organisation" state={organisation.state} />}
      lead={t(`kind_${organisation.kind}` as 'kind_retailer')}
      back={{ to: '/admin/organisations', label: shared('organisations') }}
      actions={
        organisation.state !== 'admitted' && (
          <>
            {waits && (
              <Button variant="default" onClick={() => setRefusing(true)}>
                {t('refuse')}
              </Button>
            )}
            <Button
              {...(waits ? actionButton : { variant: 'default' })}
              loading={admit.isPending}
              onClick={() =>
                admit.mutate({
                  params: { path: { id: organisation.id } },
                  headers: ifMatch(organisation.version),
                })
              }
            >
              {waits ? t('admit') : t('admitAfterAll')}
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        {admit.isError && <ProblemNotice error={admit.error} />}
        {waits && <Panel>{t('admitHint', { email: organisation.email })}</Panel>}
        <Details organisation={organisation} />
      </Stack>
      {refusing && (
        <RefusalDialog
          organisation={organisation}
          onClose={() => setRefusing(false)}
          onDone={() => {
            setRefusing(false);
            take();
            say(t('refused', { name: organisation.name }));
          }}
          onConflict={take}
        />
      )}
    </Page>
  );
}

function Details({ organisation }: { organisation: Schemas['OrganisationView'] }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const address = [
    organisation.street,
    [organisation.postalCode, organisation.city].filter(Boolean).join(' '),
    organisation.region,
    format.country(organisation.country),
  ].filter(Boolean);
  const rows: [string, React.ReactNode][] = [
    [t('contact'), organisation.contactName],
    [
      t('email'),
      <Anchor inherit key="email" href={`mailto:${organisation.email}`}>
        {organisation.email}
      </Anchor>,
    ],
    [t('phone'), organisation.phone],
    [t('legalId'), organisation.legalId],
    [t('address'), address.map((line) => <div key={line}>{line}</div>)],
    [t('currency'), organisation.currency],
    [t('timeZone'), organisation.timeZone],
    [t('applied'), <Moment key="applied" at={organisation.appliedAt} exact />],
  ];
  return (
    <Panel title={t('details')} actions={<Motif id={organisation.id} size={32} />}>
      <dl className={styles.facts}>
        {rows.map(([head, words]) => (
          <div key={head} className={styles.fact}>
            <dt>{head}</dt>
            <dd>{words ?? t('notGiven')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
