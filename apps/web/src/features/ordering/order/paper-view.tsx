import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { RowsSkeleton } from '@/ui/list';
import { ProblemNotice } from '@/ui/problem-notice';
import styles from './order-documents.module.css';

/** The paper itself in place. Where a browser shows no PDF in a page, as on phones, it opens beside. */
export function PaperView({ orderId, reference }: { orderId: string; reference: string }) {
  const { t } = useTranslation('trade');
  const query = useQuery({
    queryKey: ['paper', orderId],
    // Kept only while it is looked at.
    gcTime: 0,
    queryFn: async (): Promise<Blob> => {
      const { data } = await client.GET('/v1/buyer/orders/{id}/documents/pdf', {
        params: { path: { id: orderId } },
        parseAs: 'blob',
      });
      return new Blob([data as unknown as Blob], { type: 'application/pdf' });
    },
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!query.data) {
      return undefined;
    }
    const made = URL.createObjectURL(query.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [query.data]);
  if (query.isError) {
    return (
      <div className={styles.unseen}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!url) {
    return <RowsSkeleton rows={4} />;
  }
  return navigator.pdfViewerEnabled ? (
    <iframe src={url} title={t('paperOf', { reference })} className={styles.paper} />
  ) : (
    <div className={styles.unseen}>
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noopener"
        variant="default"
        leftSection={<IconExternalLink size={16} aria-hidden />}
      >
        {t('openBeside')}
      </Button>
    </div>
  );
}
