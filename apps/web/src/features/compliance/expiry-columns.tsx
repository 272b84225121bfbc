import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Day } from '@/ui/figures';
import { State, Tag } from '@/ui/state';
import type { Column } from '@/ui/table';
import { Party } from './review-columns';

export type ExpiryRow = Schemas['ExpiryRow'];

/** From here on a renewal is late. */
const urgentDays = 30;

export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation('compliance');
  const words = days < 0 ? t('daysOver', { count: -days }) : t('daysLeft', { count: days });
  return <span data-figures>{days <= urgentDays ? <Tag tone="waiting">{words}</Tag> : words}</span>;
}

export function useExpiryColumns(): Column<ExpiryRow>[] {
  const { t } = useTranslation('compliance');
  const narrow = useMediaQuery('(max-width: 1000px)');
  const columns: Column<ExpiryRow>[] = [
    {
      key: 'cooperative',
      head: t('cooperative'),
      cell: (row) => <Party party={row.cooperative} />,
      phone: 'main',
      wrap: true,
    },
    { key: 'scheme', head: t('scheme'), cell: (row) => row.scheme.name, phone: 'rest', wrap: true },
    { key: 'reference', head: t('reference'), cell: (row) => row.reference, phone: 'gone', width: 125 },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <State kind="certificate" state={row.state} />,
      phone: 'gone',
      width: 130,
    },
    {
      key: 'until',
      head: t('lastDay'),
      cell: (row) => <Day day={row.validUntil} />,
      align: 'end',
      phone: 'rest',
      width: 130,
    },
    {
      key: 'left',
      head: t('left'),
      cell: (row) => <DaysLeft days={row.daysLeft} />,
      align: 'end',
      phone: 'second',
      width: 120,
    },
  ];
  return narrow ? columns.filter(({ key }) => key !== 'reference' && key !== 'state') : columns;
}
