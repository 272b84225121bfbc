import { Button, Group } from '@mantine/core';
import { IconDownload, IconFileTypePdf, IconFileTypeXml, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { say } from '@/ui/toast';
import { currentDocuments, type Order, orderById } from './order-queries';
import { PaperView } from './paper-view';
import styles from './order-documents.module.css';

const icons = { pdf: IconFileTypePdf, ubl: IconFileTypeXml };

/** The papers of an order: how far they are, to look at and to keep. */
export function OrderDocuments({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const queries = useQueryClient();
  const mayWrite = useMay('orders.write');
  const [viewed, setViewed] = useState(false);
  const documents = currentDocuments(order);
  const former = order.documents.filter((document) => document.revision !== order.revision);
  const failed = documents.some((document) => document.state === 'failed');
  const retry = useMutation({
    mutationFn: () =>
      client.POST('/v1/buyer/orders/{id}/documents/retry', { params: { path: { id: order.id } } }),
    onSuccess: async () => {
      say(t('retryAsked'));
      await queries.invalidateQueries({ queryKey: orderById(order.id).queryKey });
    },
  });
  return (
    <Panel title={t('documents')} padded={false}>
      <ul className={styles.documents} aria-live="polite">
        {documents.map((document) => {
          const Icon = icons[document.kind];
          return (
            <li key={document.kind} className={styles.document}>
              <Icon size={26} stroke={1.4} aria-hidden className={styles.icon} />
              <span className={styles.words}>
                <span className={styles.name}>{t(`document_${document.kind}`)}</span>
                <span className={styles.soft} data-figures>
                  {document.state === 'ready' && document.size !== null
                    ? `${t('kilobytes', { size: format.number(Math.ceil(document.size / 1_000)) })}${
                        document.madeAt ? ` · ${format.moment(document.madeAt)}` : ''
                      }`
                    : t(document.state === 'failed' ? 'documentFailedHint' : 'documentPendingHint')}
                </span>
              </span>
              {document.state === 'ready' ? (
                <Group gap={6} className={styles.actions}>
                  {document.kind === 'pdf' && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-expanded={viewed}
                      onClick={() => setViewed((now) => !now)}
                    >
                      {t(viewed ? 'hide' : 'view')}
                    </Button>
                  )}
                  <Button
                    component="a"
                    href={`/v1/buyer/orders/${order.id}/documents/${document.kind}`}
                    download
                    variant="default"
                    size="xs"
                    leftSection={<IconDownload size={16} aria-hidden />}
                    aria-label={t('downloadDocument', { name: t(`document_${document.kind}`) })}
                  >
                    {t('download')}
                  </Button>
                </Group>
              ) : (
                <State kind="document" state={document.state} />
              )}
              {document.state === 'pending' && <span className={styles.progress} aria-hidden />}
            </li>
          );
        })}
      </ul>
      {failed && (
        <div className={styles.failed}>
          <span>{t('papersFailedHint')}</span>
          {mayWrite && (
            <Button
              size="xs"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {t('retry')}
            </Button>
          )}
        </div>
      )}
      {retry.isError && <ProblemNotice error={retry.error} />}
      {viewed && <PaperView orderId={order.id} reference={order.reference} />}
      {former.length > 0 && (
        <p className={styles.former}>
          {t('formerPapers', { count: new Set(former.map((one) => one.revision)).size })}
        </p>
      )}
    </Panel>
  );
}
