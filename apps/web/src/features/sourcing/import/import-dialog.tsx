import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { DropZone } from '@/ui/drop-zone';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { handOver } from '../lines/export-button';
import { ImportReady } from './import-ready';
import { SheetMender } from './sheet-mender';
import { useImport } from './use-import';

/** Takes lines from a sheet: what is wrong in it is shown at its cell and mended here. */
export function ImportDialog(props: {
  requestId: string;
  file: File | null;
  hasLines: boolean;
  before: () => Promise<void>;
  onImported: (count: number) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const { check, look, take, again } = useImport(props.requestId, props.before);
  const begun = useRef(false);
  useEffect(() => {
    if (props.file && !begun.current) {
      begun.current = true;
      look.mutate(props.file);
    }
  }, [props.file, look]);
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={check?.kind === 'wrong' ? '80rem' : 'lg'}
      title={t('importTitle')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Stack gap="md">
        {look.error !== null && <ProblemNotice error={look.error} />}
        {take.error !== null && <ProblemNotice error={take.error} />}
        {check === null && (
          <>
            <DropZone
              label={look.isPending ? t('reading') : t('dropSheet')}
              hint={t('dropSheetHint')}
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
              busy={look.isPending}
              onFile={(file) => look.mutate(file)}
            />
            <Text size="sm">{t('sheetColumns')}</Text>
            <Group>
              <Template />
            </Group>
          </>
        )}
        {check?.kind === 'wrong' && (
          <SheetMender
            key={check.file.lastModified}
            check={check}
            busy={look.isPending}
            onMended={(file) => look.mutate(file)}
            onOther={again}
          />
        )}
        {check?.kind === 'fine' && (
          <ImportReady
            result={check.result}
            name={check.file.name}
            hasLines={props.hasLines}
            busy={take.isPending}
            onTake={(mode) =>
              take.mutate(
                { file: check.file, mode },
                { onSuccess: ({ imported }) => void props.onImported(imported) },
              )
            }
            onOther={again}
          />
        )}
      </Stack>
    </Modal>
  );
}

function Template() {
  const { t } = useTranslation('buyer');
  const download = useMutation({
    mutationFn: async () => {
      const { data } = await client.GET('/v1/buyer/request-template', { parseAs: 'blob' });
      return data as Blob;
    },
    onSuccess: (content) => handOver(content, 'request-template.xlsx'),
    onError: () => say(t('exportFailed')),
  });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('template')}
    </Button>
  );
}
