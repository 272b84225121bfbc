import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopyPlus,
  IconKeyboard,
  IconRowInsertTop,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineBook } from './line-book';
import styles from './line-grid.module.css';
import type { Grid } from './use-grid';

/** What can be done with rows, for those who do not know the keys; and the keys. */
export function GridTools(props: { grid: Grid; book: LineBook; children: ReactNode }) {
  const { t } = useTranslation('buyer');
  const { grid, book } = props;
  const rows = grid.range.bottom - grid.range.top + 1;
  const tools = [
    {
      label: t('shared_undo'),
      key: 'Ctrl Z',
      icon: IconArrowBackUp,
      act: () => book.undo(),
      off: !book.mayUndo,
    },
    { label: t('redo'), key: 'Ctrl Y', icon: IconArrowForwardUp, act: () => book.redo(), off: !book.mayRedo },
    { label: t('insertRow'), key: 'Ctrl Enter', icon: IconRowInsertTop, act: grid.rows.insert },
    {
      label: t('duplicateRows', { count: rows }),
      key: 'Ctrl Shift D',
      icon: IconCopyPlus,
      act: grid.rows.duplicate,
    },
    { label: t('removeRows', { count: rows }), key: 'Ctrl Delete', icon: IconTrash, act: grid.rows.remove },
  ];
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('gridTools')}>
      {tools.map(({ label, key, icon: Icon, act, off }) => (
        <Tooltip key={key} label={`${label} (${key})`}>
          <ActionIcon
            variant="subtle"
            size={34}
            className={styles.tool}
            aria-label={label}
            disabled={off}
            onClick={act}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Keys />
      <span className={styles.spring} />
      {props.children}
    </div>
  );
}

function Keys() {
  const { t } = useTranslation('buyer');
  const keys = ['move', 'edit', 'choose', 'clear', 'paste', 'fill', 'rows', 'undo', 'leave'] as const;
  return (
    <Popover position="bottom-start" width={420} withArrow={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" size={34} aria-label={t('gridKeys')}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('gridKeys')}>
        <dl className={styles.keys}>
          {keys.map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{t(`key_${key}`)}</dt>
              <dd>{t(`key_${key}_words`)}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
