import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Moment } from '@/ui/figures';
import { Motif } from '@/ui/motif';
import { State } from '@/ui/state';
import type { Column } from '@/ui/table';

export type OrganisationRow = Schemas['OrganisationView'];

export const toOrganisation = (row: { id: string }) => ({
  to: '/admin/organisations/$organisationId' as const,
  params: { organisationId: row.id },
});

/** How an organisation stands in an administrator's lists. */
export function useOrganisationColumns(): Column<OrganisationRow>[] {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return [
    {
      key: 'name',
      head: t('organisation'),
      cell: (row) => (
        <Group
          gap={10}
          wrap="nowrap"
          component="span"
          display="inline-flex"
          style={{ verticalAlign: 'middle' }}
        >
          <Motif id={row.id} size={22} />
          <span>{row.name}</span>
        </Group>
      ),
      phone: 'main',
      wrap: true,
    },
    { key: 'kind', head: t('kind'), cell: (row) => t(`kind_${row.kind}` as 'kind_retailer'), phone: 'rest' },
    {
      key: 'place',
      head: t('place'),
      cell: (row) => [row.city, format.country(row.country)].filter(Boolean).join(', '),
      phone: 'rest',
      wrap: true,
    },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <State kind="organisation" state={row.state} />,
      phone: 'second',
      width: 140,
    },
    {
      key: 'applied',
      head: t('applied'),
      cell: (row) => <Moment at={row.appliedAt} />,
      align: 'end',
      phone: 'rest',
      width: 140,
    },
  ];
}
