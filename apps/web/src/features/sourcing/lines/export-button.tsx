import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { say } from '@/ui/toast';
import { useRequest } from '../request/use-request';

/** Hands the reader a file. */
export function handOver(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The lines as a sheet, after what is still being saved. */
export function ExportButton(props: { before?: () => Promise<void>; disabled?: boolean }) {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const download = useMutation({
    mutationFn: async () => {
      await props.before?.();
      const { data } = await client.GET('/v1/buyer/requests/{id}/lines/export', {
        params: { path: { id: request.id } },
        parseAs: 'blob',
      });
      return data as Blob;
    },
    onSuccess: (content) => handOver(content, `${request.reference}.xlsx`),
    onError: () => say(t('exportFailed')),
  });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconFileExport size={16} aria-hidden />}
      loading={download.isPending}
      disabled={props.disabled}
      onClick={() => download.mutate()}
    >
      {t('export')}
    </Button>
  );
}
