import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Figure } from '@/ui/figures';
import { RowsSkeleton } from '@/ui/list';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Column, Table } from '@/ui/table';
import styles from './consequences.module.css';
import type { Certificate } from './use-act';

type Touched = Schemas['TouchedRetailer'] & { id: string };

const kinds = ['quotes', 'awards', 'orders', 'invitations'] as const;

/** Whom it touches when this certificate ends now, by retailer. Always read anew: it is about this moment. */
export function Consequences({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const touched = api.useQuery(
    'get',
    '/v1/compliance/certificates/{id}/consequences',
    { params: { path: { id: certificate.id } } },
    { staleTime: 0 },
  );
  if (!touched.data) {
    return touched.isError ? (
      <ProblemNotice error={touched.error} onRetry={() => void touched.refetch()} />
    ) : (
      <RowsSkeleton rows={3} />
    );
  }
  const { replacedBy, retailers } = touched.data;
  const columns: readonly Column<Touched>[] = [
    { key: 'retailer', head: t('touchedRetailer'), cell: (one) => one.retailer },
    ...kinds
      .filter((kind) => retailers.some((one) => one[kind] > 0))
      .map((kind): Column<Touched> => ({
        key: kind,
        head: t(`touched_${kind}`),
        align: 'end',
        cell: (one) => (one[kind] === 0 ? '–' : <Figure value={one[kind]} />),
      })),
  ];
  return (
    <section className={styles.touched} aria-labelledby="touched-now">
      <Text id="touched-now" size="sm" fw={600} mb={4}>
        {t('touchedNow')}
      </Text>
      {replacedBy !== null && (
        <Text size="sm" mb={4}>
          {t('suspendOther', { reference: replacedBy, scheme: certificate.scheme.name })}
        </Text>
      )}
      {retailers.length === 0 ? (
        <Text size="sm">{t('touchedNobody')}</Text>
      ) : (
        <Table
          label={t('touchedNow')}
          columns={columns}
          rows={retailers.map((one) => ({ ...one, id: one.retailer }))}
        />
      )}
    </section>
  );
}
