import { ActionIcon } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconDownload,
  IconExternalLink,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import styles from './evidence-viewer.module.css';

function Tool(props: { label: string; keys?: string; icon: Icon; onClick: (() => void) | undefined }) {
  const { label, keys, icon: Drawing } = props;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={styles.tool}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      disabled={props.onClick === undefined}
      onClick={props.onClick}
    >
      <Drawing size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

/** What the file is, and what can be done with it. */
export function EvidenceBar(props: {
  file: Schemas['EvidenceView'];
  url: string | null;
  zoom: number;
  onZoom: { in?: () => void; out?: () => void };
  pages: { shown: number; total: number };
  onPage: (by: 1 | -1) => void;
  onTurn: () => void;
}) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const { file, url, pages } = props;
  const link = { variant: 'subtle', color: 'gray', className: styles.tool, href: url ?? '' } as const;
  return (
    <div className={styles.bar}>
      <span className={styles.about} title={t('sha', { hash: file.sha256 })}>
        {[
          file.note,
          file.criterionCode && t('forCriterion', { code: file.criterionCode }),
          t('sizeKb', { size: format.number(Math.max(1, Math.round(file.size / 1000))) }),
          t('added', { when: format.relative(file.addedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.zoom} role="toolbar" aria-label={t('viewerTools')}>
        {pages.total > 1 && (
          <>
            <Tool
              label={t('pageBefore')}
              keys="Page Up"
              icon={IconChevronUp}
              onClick={pages.shown > 1 ? () => props.onPage(-1) : undefined}
            />
            <span data-figures role="status">
              {t('pageOf', { number: pages.shown, total: pages.total })}
            </span>
            <Tool
              label={t('pageAfter')}
              keys="Page Down"
              icon={IconChevronDown}
              onClick={pages.shown < pages.total ? () => props.onPage(1) : undefined}
            />
          </>
        )}
        <Tool label={t('zoomOut')} keys="-" icon={IconZoomOut} onClick={props.onZoom.out} />
        <span data-figures>{format.percent(props.zoom)}</span>
        <Tool label={t('zoomIn')} keys="+" icon={IconZoomIn} onClick={props.onZoom.in} />
        <Tool label={t('turn')} keys="R" icon={IconRotateClockwise} onClick={props.onTurn} />
        {url && (
          <>
            <ActionIcon
              component="a"
              {...link}
              target="_blank"
              rel="noreferrer"
              aria-label={t('openFile')}
              title={t('openFile')}
            >
              <IconExternalLink size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              component="a"
              {...link}
              download={file.name}
              aria-label={t('downloadFile')}
              title={t('downloadFile')}
            >
              <IconDownload size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
    </div>
  );
}
