import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { actionButton, LinkButton } from '@/ui/link-button';
import { byCursor, RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { ActionBar } from './parts/action-bar';
import { Card, Cards } from './parts/card';
import { Chips } from './parts/chips';
import { More } from './parts/more';
import { SearchField } from './parts/search-field';
import { certificateStates } from './searches';

const route = getRouteApi('/signed-in/cooperative/certificates');

/** What this cooperative holds, and what it has asked for. */
export default function CertificatesPage() {
  const { t } = useTranslation(['cooperative', 'shared']);
  const format = useFormat();
  const { state, search } = route.useSearch();
  const navigate = route.useNavigate();
  const mayApply = useMay('certificates.apply');
  const query = api.useInfiniteQuery(
    'get',
    '/v1/cooperative/certificates',
    { params: { query: { limit: 100, ...(state && { state }) } } },
    byCursor,
  );
  const wanted = search?.toLowerCase() ?? '';
  const rows = (query.data?.pages.flatMap((page) => page.items) ?? []).filter((row) =>
    `${row.scheme.name} ${row.reference} ${row.assurance.name} ${row.scope}`.toLowerCase().includes(wanted),
  );
  return (
    <Page title={t('certificatesTitle')} lead={t('certificatesLead')}>
      <div role="search">
        <SearchField
          label={t('searchCertificates')}
          value={search}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, search: value }), replace: true })
          }
        />
        <Chips
          label={t('filter')}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: t('filterAll') },
            ...certificateStates.map((value) => ({
              value,
              label: t(`state_certificate_${value}`, { ns: 'shared' }),
            })),
          ]}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, state: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
        />
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty
          drawing="paper"
          title={wanted || state ? t('certificatesNoneFound') : t('certificatesEmpty')}
          action={
            (wanted || state) && (
              <LinkButton to="/cooperative/certificates" search={{}} variant="light" size="md">
                {t('showAll')}
              </LinkButton>
            )
          }
        >
          {wanted || state ? t('certificatesNoneFoundWords') : t('certificatesEmptyWords')}
        </Empty>
      )}
      {rows.length > 0 && (
        <Cards label={t('certificatesTitle')}>
          {rows.map((row) => (
            <Card
              key={row.id}
              to="/cooperative/certificates/$certificateId"
              params={{ certificateId: row.id }}
              head={
                <>
                  <State kind="certificate" state={row.state} />
                  <bdi>{row.reference}</bdi>
                </>
              }
              title={row.scheme.name}
            >
              <p>{row.assurance.name}</p>
              {row.validUntil && (
                <p>
                  {row.state === 'expired'
                    ? t('ended', { day: format.day(row.validUntil) })
                    : t('validUntil', { day: format.day(row.validUntil) })}
                </p>
              )}
            </Card>
          ))}
        </Cards>
      )}
      <More query={query} />
      {mayApply && (
        <ActionBar>
          <LinkButton to="/cooperative/certificates/new" size="md" {...actionButton}>
            {t('apply')}
          </LinkButton>
        </ActionBar>
      )}
    </Page>
  );
}
