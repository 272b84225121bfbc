import '@mantine/core/styles/List.css';
import { Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import type { ImportMode } from './use-import';

const mostWarnings = 20;

/** A sheet that can be read: what of it is taken, what is left out, and where to. */
export function ImportReady(props: {
  result: Schemas['ImportResult'];
  name: string;
  hasLines: boolean;
  busy: boolean;
  onTake: (mode: ImportMode) => void;
  onOther: () => void;
}) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  const { result, hasLines } = props;
  const [mode, setMode] = useState<ImportMode>(hasLines ? 'append' : 'replace');
  const totals = result.skippedRows.filter((row) => row.reason === 'total').map((row) => String(row.row));
  return (
    <Stack gap="md">
      <Text>
        <strong>{t('linesRead', { count: result.lines })}</strong> {t('fromFile', { name: props.name })}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          {t('columnsRead', {
            columns: format.list(result.mapping.map((one) => `“${one.heading}”`)),
          })}
        </List.Item>
        {result.ignoredColumns.length > 0 && (
          <List.Item>
            {t('columnsIgnored', {
              columns: format.list(result.ignoredColumns.map((one) => `“${one.heading}”`)),
            })}
          </List.Item>
        )}
        {totals.length > 0 && (
          <List.Item>{t('totalsSkipped', { count: totals.length, rows: format.list(totals) })}</List.Item>
        )}
        {result.warnings.slice(0, mostWarnings).map((warning) => (
          <List.Item key={`${warning.cell} ${warning.code}`}>
            <strong>{warning.cell}</strong>{' '}
            {warning.code === 'craft_unknown'
              ? t('craftLeftOut', { craft: warning.value })
              : `${warning.value ? `“${warning.value}”: ` : ''}${warning.detail}`}
          </List.Item>
        ))}
        {result.warnings.length > mostWarnings && (
          <List.Item>{t('moreWarnings', { count: result.warnings.length - mostWarnings })}</List.Item>
        )}
      </List>
      {hasLines && (
        <Radio.Group label={t('importMode')} value={mode} onChange={(value) => setMode(value)}>
          <Group mt={6}>
            <Radio value="append" label={t('modeAppend')} />
            <Radio value="replace" label={t('modeReplace')} />
          </Group>
        </Radio.Group>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onOther}>
          {t('otherFile')}
        </Button>
        <Button {...actionButton} loading={props.busy} data-autofocus onClick={() => props.onTake(mode)}>
          {t('importLines', { count: result.lines })}
        </Button>
      </Group>
    </Stack>
  );
}
