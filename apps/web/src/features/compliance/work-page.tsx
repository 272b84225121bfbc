import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { RowsSkeleton } from '@/ui/list';
import { LinkButton, TextLink } from '@/ui/link-button';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Table } from '@/ui/table';
import { useExpiryColumns } from './expiry-columns';
import { type ReviewRow, toCertificate, useReviewColumns } from './review-columns';
import { RowKeys } from './row-keys';
import { useWork } from './use-work';

/** What waits for an officer: each with its one next step, the most urgent first. */
export default function WorkPage() {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const work = useWork();
  const expiryColumns = useExpiryColumns();
  const waiting = work.toConfirm.length + work.answered.length + work.toTakeUp.length + work.inReview.length;
  return (
    <Page
      title={shared('work')}
      lead={work.isPending || work.error !== null ? undefined : t('workLead', { count: waiting })}
      actions={
        <LinkButton to="/compliance/certificates" variant="default">
          {t('wholeQueue')}
        </LinkButton>
      }
    >
      <RowKeys>
        <Stack gap="lg">
          {work.error !== null && <ProblemNotice error={work.error} onRetry={work.retry} />}
          {work.isPending && work.error === null && (
            <Panel padded={false}>
              <RowsSkeleton />
            </Panel>
          )}
          {!work.isPending && work.error === null && waiting === 0 && (
            <Panel>
              <Empty drawing="thread" title={t('workEmpty')}>
                {t('workEmptyHint')}
              </Empty>
            </Panel>
          )}
          <Section title={t('toConfirm')} next={t('nextConfirm')} rows={work.toConfirm} />
          <Section title={t('answered')} next={t('nextAnswer')} rows={work.answered} />
          <Section title={t('toTakeUp')} next={t('nextTakeUp')} rows={work.toTakeUp} />
          <Section title={t('inReview')} next={t('nextReview')} rows={work.inReview} />
          <Section title={t('withOthers')} next={t('nextOthers')} rows={work.withOthers} />
          {work.expiring.length > 0 && (
            <Panel
              title={t('expiringSoon')}
              padded={false}
              actions={<TextLink to="/compliance/expiries">{t('calendar')}</TextLink>}
            >
              <Table
                label={t('expiringSoon')}
                columns={expiryColumns}
                rows={work.expiring}
                link={toCertificate}
              />
            </Panel>
          )}
        </Stack>
      </RowKeys>
    </Page>
  );
}

function Section(props: { title: string; next: string; rows: readonly ReviewRow[] }) {
  const columns = useReviewColumns({ next: props.next });
  if (props.rows.length === 0) {
    return null;
  }
  return (
    <Panel title={`${props.title} · ${props.rows.length}`} padded={false}>
      <Table label={props.title} columns={columns} rows={props.rows} link={toCertificate} />
    </Panel>
  );
}
