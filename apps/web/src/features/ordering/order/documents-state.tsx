import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/features/quoting/figures/mark';
import { Tag } from '@/ui/state';
import { currentDocuments, orderById } from './order-queries';

/** How far an order's papers are, in a word. */
export function DocumentsState({ orderId }: { orderId: string }) {
  const { t } = useTranslation('trade');
  const { data } = useQuery(orderById(orderId));
  if (!data) {
    return null;
  }
  const documents = currentDocuments(data);
  const ready = documents.filter((document) => document.state === 'ready').length;
  if (documents.some((document) => document.state === 'failed')) {
    return (
      <Tooltip label={t('papersFailedHint')}>
        <span>
          <Tag tone="wrong">
            <Mark kind="wrong" /> {t('papersFailed')}
          </Tag>
        </span>
      </Tooltip>
    );
  }
  return ready === documents.length ? (
    <Tag tone="done">
      <Mark kind="done" /> {t('papersReady')}
    </Tag>
  ) : (
    <Tag tone="waiting">
      <Mark kind="part" /> {t('papersBeingMade', { ready, all: documents.length })}
    </Tag>
  );
}
