import { Loader } from '@mantine/core';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ProblemNotice } from '@/ui/problem-notice';
import { EvidenceBar } from './evidence-bar';
import { EvidencePicture } from './evidence-picture';
import styles from './evidence-viewer.module.css';
import { showPage } from './show-page';
import { useEvidenceFile } from './use-evidence-file';

const PdfPages = lazy(() => import('./pdf-pages'));
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** One file, as large and as it should stand, with its pages. @param props.onFile goes to the file before or after */
export function EvidenceFile(props: {
  certificateId: string;
  file: Schemas['EvidenceView'];
  onFile: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation('compliance');
  const { file } = props;
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [pages, setPages] = useState({ shown: 1, total: 1 });
  const stage = useRef<HTMLDivElement>(null);
  const content = useEvidenceFile(props.certificateId, file);
  const at = steps.indexOf(zoom);
  const zoomBy = (by: 1 | -1): void => setZoom(steps[at + by] ?? zoom);
  const turnBy = (by: 90 | -90): void => setTurn((degrees) => (degrees + by + 360) % 360);
  const pageBy = (by: 1 | -1): void => showPage(stage.current, pages.shown + by);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = {
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setZoom(1),
      r: () => turnBy(90),
      R: () => turnBy(-90),
      PageDown: () => pageBy(1),
      PageUp: () => pageBy(-1),
      ']': () => props.onFile(1),
      '[': () => props.onFile(-1),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  return (
    <>
      <EvidenceBar
        file={file}
        url={content.url}
        zoom={zoom}
        onZoom={{
          ...(at > 0 && { out: () => zoomBy(-1) }),
          ...(at < steps.length - 1 && { in: () => zoomBy(1) }),
        }}
        pages={pages}
        onPage={pageBy}
        onTurn={() => turnBy(90)}
      />
      <div
        id="evidence-shown"
        ref={stage}
        role="tabpanel"
        aria-label={file.name}
        aria-keyshortcuts="+ - 0 R PageDown PageUp [ ]"
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
            <PdfPages
              blob={content.blob}
              zoom={zoom}
              turn={turn}
              stageId="evidence-shown"
              onPage={setPages}
            />
          </Suspense>
        ) : (
          <EvidencePicture url={content.url} words={file.note ?? file.name} zoom={zoom} turn={turn} />
        )}
      </div>
    </>
  );
}
