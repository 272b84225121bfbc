import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from './cell-words';
import { type ColumnName, faultsOf, type Line, withCells } from './line';
import { type CellReader, readCell } from './read-cell';
import { unitCodes } from './units';

/** One line as a form, where there is no room for a grid. */
export function LineForm(props: {
  line: Line;
  reader: CellReader;
  refused: Partial<Record<ColumnName, string>> | undefined;
  isNew: boolean;
  onDone: (line: Line) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const { reader } = props;
  const faultWords = useFaultWords();
  const [line, setLine] = useState(props.line);
  const [asked, setAsked] = useState(!props.isNew);
  const faults = faultsOf(line, (code) => reader.crafts.has(code));
  const set = (column: ColumnName, text: string): void => setLine({ ...line, [column]: text });
  const settle = (column: ColumnName): void =>
    setLine(withCells(line, { [column]: readCell(column, line[column], reader) }));
  const common = (column: ColumnName) => {
    const fault = faults[column];
    return {
      label: t(`column_${column}`),
      value: line[column],
      error: asked ? (fault ? faultWords(fault) : props.refused?.[column]) : undefined,
    };
  };
  const field = (column: ColumnName) => ({
    ...common(column),
    onChange: (event: { currentTarget: { value: string } }) => set(column, event.currentTarget.value),
    onBlur: () => settle(column),
  });
  return (
    <Modal
      opened
      fullScreen
      onClose={props.onClose}
      title={props.isNew ? t('addLine') : t('editLine')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!props.isNew || Object.keys(faults).length === 0) {
            props.onDone(line);
          }
        }}
      >
        <Stack gap="md">
          <TextInput {...field('description')} withAsterisk data-autofocus={props.isNew} />
          <Group grow align="flex-start">
            <TextInput {...field('quantity')} withAsterisk inputMode="decimal" />
            <Select
              {...common('unitCode')}
              withAsterisk
              searchable
              allowDeselect={false}
              data={unitCodes.map((code) => ({ value: code, label: t(`unit_${code}`) }))}
              onChange={(value) => value && set('unitCode', value)}
            />
          </Group>
          <Textarea {...field('specification')} autosize minRows={2} />
          <Group grow align="flex-start">
            <TextInput {...field('targetUnitPrice')} inputMode="decimal" />
            <TextInput {...field('neededBy')} type="date" />
          </Group>
          <Select
            {...common('craftCode')}
            value={line.craftCode || null}
            searchable
            clearable
            data={[...reader.crafts].map(([value, label]) => ({ value, label }))}
            onChange={(value) => set('craftCode', value ?? '')}
          />
          <Group grow align="flex-start">
            <TextInput {...field('sku')} />
            <TextInput {...field('hsCode')} inputMode="numeric" />
          </Group>
          <Group gap="xs" grow>
            {!props.isNew && (
              <Button variant="default" size="md" onClick={props.onRemove}>
                {shared('remove')}
              </Button>
            )}
            <Button type="submit" size="md">
              {t('done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
