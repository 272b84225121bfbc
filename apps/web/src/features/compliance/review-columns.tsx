import { Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Day } from '@/ui/figures';
import { Motif } from '@/ui/motif';
import { State } from '@/ui/state';
import type { Column } from '@/ui/table';
import { Age } from './age';

export type ReviewRow = Schemas['ReviewRow'];

export const toCertificate = (row: { id: string }) => ({
  to: '/compliance/certificates/$certificateId' as const,
  params: { certificateId: row.id },
});

/** A cooperative by its motif and name. */
export function Party({ party }: { party: Schemas['PartyRef'] }) {
  return (
    <Group gap={10} wrap="nowrap" component="span" display="inline-flex" style={{ verticalAlign: 'middle' }}>
      <Motif id={party.id} size={22} />
      <span>{party.name}</span>
    </Group>
  );
}

/** The one thing to do with a row; the whole row leads there. */
function NextStep({ words }: { words: string }) {
  return (
    <Text component="span" size="sm" fw={600} c="var(--link)">
      {words} <IconArrowRight size={14} stroke={2} aria-hidden style={{ verticalAlign: -2 }} />
    </Text>
  );
}

/** How a certificate stands in the lists of those who review. */
export function useReviewColumns(options: { next?: string; decided?: boolean } = {}): Column<ReviewRow>[] {
  const { t } = useTranslation('compliance');
  const { next, decided = false } = options;
  // On a tablet what names it is enough.
  const narrow = useMediaQuery('(max-width: 1000px)');
  const columns: Column<ReviewRow>[] = [
    {
      key: 'cooperative',
      head: t('cooperative'),
      cell: (row) => <Party party={row.cooperative} />,
      phone: 'main',
      wrap: true,
    },
    { key: 'scheme', head: t('scheme'), cell: (row) => row.scheme.name, phone: 'rest', wrap: true },
    { key: 'reference', head: t('reference'), cell: (row) => row.reference, phone: 'gone', width: 125 },
    next
      ? { key: 'next', head: t('next'), cell: () => <NextStep words={next} />, phone: 'gone', width: 180 }
      : {
          key: 'state',
          head: t('state'),
          cell: (row) => <State kind="certificate" state={row.state} />,
          phone: 'rest',
          width: 140,
        },
    {
      key: 'evidence',
      head: t('files'),
      cell: (row) => <span data-figures>{row.evidenceFiles}</span>,
      align: 'end',
      phone: 'rest',
      width: 70,
    },
    decided
      ? {
          key: 'until',
          head: t('validUntil'),
          cell: (row) => (row.validUntil ? <Day day={row.validUntil} /> : '–'),
          align: 'end',
          phone: 'rest',
          width: 120,
        }
      : {
          key: 'age',
          head: t('waits'),
          cell: (row) => <Age since={row.submittedAt} />,
          align: 'end',
          phone: 'second',
          width: 110,
        },
  ];
  return narrow ? columns.filter(({ key }) => key !== 'reference' && key !== 'evidence') : columns;
}
