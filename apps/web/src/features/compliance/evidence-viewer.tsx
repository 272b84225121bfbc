import { ActionIcon, Loader } from '@mantine/core';
import {
  IconDownload,
  IconExternalLink,
  IconFileText,
  IconPhoto,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { ProblemNotice } from '@/ui/problem-notice';
import styles from './evidence-viewer.module.css';
import { useEvidenceFile } from './use-evidence-file';

const PdfPages = lazy(() => import('./pdf-pages'));
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The files that a cooperative sent, looked at in place. */
export function EvidenceViewer(props: {
  certificateId: string;
  files: readonly Schemas['EvidenceView'][];
  shown: string | null;
  onShow: (fileId: string) => void;
  className?: string;
}) {
  const { t } = useTranslation('compliance');
  const { files } = props;
  const file = files.find(({ fileId }) => fileId === props.shown) ?? files[0];
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by !== undefined && file ? files[files.indexOf(file) + by] : undefined;
    if (next) {
      event.preventDefault();
      props.onShow(next.fileId);
      document.getElementById(`file-${next.fileId}`)?.focus();
    }
  };
  return (
    <section className={`${styles.viewer} ${props.className ?? ''}`} aria-label={t('evidence')}>
      {file ? (
        <>
          <div className={styles.files} role="tablist" aria-label={t('evidence')} onKeyDown={step}>
            {files.map(({ fileId, name, mediaType }) => (
              <button
                key={fileId}
                id={`file-${fileId}`}
                type="button"
                role="tab"
                aria-selected={fileId === file.fileId}
                aria-controls="evidence-shown"
                tabIndex={fileId === file.fileId ? 0 : -1}
                className={styles.file}
                onClick={() => props.onShow(fileId)}
              >
                {mediaType === 'application/pdf' ? (
                  <IconFileText size={16} stroke={1.6} aria-hidden />
                ) : (
                  <IconPhoto size={16} stroke={1.6} aria-hidden />
                )}
                {name}
              </button>
            ))}
          </div>
          <Shown key={file.fileId} certificateId={props.certificateId} file={file} />
        </>
      ) : (
        <Empty drawing="paper" title={t('noFiles')}>
          {t('noFilesHint')}
        </Empty>
      )}
    </section>
  );
}

function Shown({ certificateId, file }: { certificateId: string; file: Schemas['EvidenceView'] }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const [zoom, setZoom] = useState(1);
  const content = useEvidenceFile(certificateId, file);
  const change = (by: 1 | -1): void => {
    const next = steps[steps.indexOf(zoom) + by];
    if (next !== undefined) {
      setZoom(next);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === '+' || event.key === '=') {
      change(1);
    } else if (event.key === '-') {
      change(-1);
    } else if (event.key === '0') {
      setZoom(1);
    }
  };
  return (
    <>
      <div className={styles.bar}>
        <span title={t('sha', { hash: file.sha256 })}>
          {[
            file.note,
            file.criterionCode && t('forCriterion', { code: file.criterionCode }),
            t('sizeKb', { size: format.number(Math.max(1, Math.round(file.size / 1000))) }),
            t('added', { when: format.relative(file.addedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.zoom}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('zoomOut')}
            disabled={zoom === steps[0]}
            onClick={() => change(-1)}
          >
            <IconZoomOut size={18} stroke={1.6} />
          </ActionIcon>
          <span data-figures>{format.percent(zoom)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('zoomIn')}
            disabled={zoom === steps.at(-1)}
            onClick={() => change(1)}
          >
            <IconZoomIn size={18} stroke={1.6} />
          </ActionIcon>
          {content.url && (
            <>
              <ActionIcon
                component="a"
                href={content.url}
                target="_blank"
                rel="noreferrer"
                variant="subtle"
                color="gray"
                aria-label={t('openFile')}
              >
                <IconExternalLink size={18} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                component="a"
                href={content.url}
                download={file.name}
                variant="subtle"
                color="gray"
                aria-label={t('downloadFile')}
              >
                <IconDownload size={18} stroke={1.6} />
              </ActionIcon>
            </>
          )}
        </span>
      </div>
      <div
        id="evidence-shown"
        role="tabpanel"
        aria-label={file.name}
        tabIndex={0}
        className={styles.stage}
        onKeyDown={onKeyDown}
      >
        {content.error ? (
          <ProblemNotice error={content.error} onRetry={content.retry} />
        ) : !content.blob || !content.url ? (
          <Loader size="sm" role="status" aria-label={t('loadingFile')} />
        ) : file.mediaType === 'application/pdf' ? (
          <Suspense fallback={<Loader size="sm" role="status" aria-label={t('loadingFile')} />}>
            <PdfPages blob={content.blob} zoom={zoom} />
          </Suspense>
        ) : (
          <img
            className={styles.picture}
            src={content.url}
            alt={file.note ?? file.name}
            style={{ width: `${zoom * 100}%` }}
          />
        )}
      </div>
    </>
  );
}
