import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import styles from './order.module.css';

/** The paper itself, as soon as it is made. */
export function OrderPaper({ order }: { order: Schemas['OrderView'] }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const pdf = order.documents.find(({ kind }) => kind === 'pdf');
  if (pdf?.state !== 'ready') {
    return (
      <div className={styles.paper}>
        <p role="status">{pdf?.state === 'failed' ? t('paperFailed') : t('paperPending')}</p>
      </div>
    );
  }
  return (
    <div className={styles.paper}>
      <Button
        component="a"
        href={`/v1/cooperative/orders/${order.id}/documents/pdf`}
        download={`${order.reference}.pdf`}
        variant="light"
        size="md"
        leftSection={<IconFileDownload size={20} stroke={1.6} aria-hidden />}
      >
        {t('paperDownload', { size: format.number(Math.max(1, Math.round((pdf.size ?? 0) / 1_000))) })}
      </Button>
      <p>{t('paperWords')}</p>
    </div>
  );
}
