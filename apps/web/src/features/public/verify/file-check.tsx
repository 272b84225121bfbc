import { Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '@/api/client';
import { DropZone } from '@/ui/drop-zone';
import { ProblemNotice } from '@/ui/problem-notice';
import { OrderVerdict } from './order-verdict';
import styles from './verify.module.css';

/** A file is known by its fingerprint. It leaves this machine only where the browser cannot make one. */
async function check(file: File): Promise<Schemas['Verification']> {
  if (isSecureContext) {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const { data } = await client.GET('/v1/public/verify/sha256/{hash}', { params: { path: { hash } } });
    return data as Schemas['Verification'];
  }
  const form = new FormData();
  form.append('file', file);
  const { data } = await client.POST('/v1/public/verify/files', {
    body: { file } as never,
    bodySerializer: () => form,
  });
  return data as Schemas['Verification'];
}

export function FileCheck() {
  const { t } = useTranslation('public');
  const answer = useRef<HTMLDivElement>(null);
  const { mutate, data, error, isPending, variables } = useMutation({ mutationFn: check });
  useEffect(() => {
    if (data) {
      answer.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [data]);
  return (
    <div className={styles.file}>
      <DropZone
        label={t('dropFile')}
        hint={t('dropFileHint')}
        accept=".pdf,.xml,application/pdf,application/xml,text/xml"
        busy={isPending}
        onFile={(file) => mutate(file)}
      />
      <div ref={answer} role="status" className={styles.answer}>
        {isPending && <Loader size="sm" aria-label={t('checking')} />}
        {error && <ProblemNotice error={error} onRetry={variables && (() => mutate(variables))} />}
        {data && !isPending && <OrderVerdict found={data} file={variables?.name} level="h3" />}
      </div>
    </div>
  );
}
