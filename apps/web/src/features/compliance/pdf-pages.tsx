import { Alert, Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives the address of a file that is asked for by ?url
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './evidence-viewer.module.css';
import { PdfSheet } from './pdf-sheet';
import { showPage } from './show-page';

GlobalWorkerOptions.workerSrc = workerUrl;

interface Opened {
  paper: PDFDocumentProxy;
  /** Height by width of its first page: how much room a page takes before it is drawn. */
  shape: number;
}

/** A PDF page by page, drawn here: no plug-in of the browser runs, and nothing in the paper can. */
export default function PdfPages(props: {
  blob: Blob;
  zoom: number;
  turn: number;
  stageId: string;
  onPage: (pages: { shown: number; total: number }) => void;
}) {
  const { t } = useTranslation('compliance');
  const { ref, width } = useElementSize();
  const { opened, broken } = useOpened(props.blob);
  const total = opened?.paper.numPages ?? 0;
  const looked = useRef(1);
  const tell = useEffectEvent((shown: number) => {
    looked.current = shown;
    props.onPage({ shown, total });
  });
  const drawn = width > 0;
  useEffect(() => {
    const stage = document.getElementById(props.stageId);
    if (!stage || total === 0 || !drawn) {
      return undefined;
    }
    // The page that fills the middle of the stage is the one that is looked at.
    const look = (): void => {
      const middle = stage.getBoundingClientRect().top + stage.clientHeight / 3;
      const pages = [...stage.querySelectorAll<HTMLElement>('[data-page]')];
      const shown = pages.findLastIndex((page) => page.getBoundingClientRect().top <= middle);
      tell(Math.max(shown, 0) + 1);
    };
    look();
    stage.addEventListener('scroll', look, { passive: true });
    return () => stage.removeEventListener('scroll', look);
  }, [total, drawn, props.stageId]);
  useLayoutEffect(() => {
    // Larger or turned, it is still the same page that is looked at.
    showPage(document.getElementById(props.stageId), looked.current);
  }, [props.zoom, props.turn, props.stageId]);
  return (
    <div ref={ref} className={styles.pages}>
      {broken && (
        <Alert color="weld" title={t('unreadable')}>
          {t('unreadableHint')}
        </Alert>
      )}
      {!opened && !broken && <Loader size="sm" role="status" aria-label={t('loadingFile')} />}
      {opened &&
        drawn &&
        Array.from({ length: total }, (_, index) => (
          <PdfSheet
            key={index}
            paper={opened.paper}
            shape={opened.shape}
            number={index + 1}
            width={width * props.zoom}
            turn={props.turn}
            stageId={props.stageId}
          />
        ))}
    </div>
  );
}

function useOpened(blob: Blob): { opened: Opened | null; broken: boolean } {
  const [state, setState] = useState<{ opened: Opened | null; broken: boolean }>({
    opened: null,
    broken: false,
  });
  useEffect(() => {
    let left = false;
    const opening = blob.arrayBuffer().then((data) => getDocument({ data, isEvalSupported: false }).promise);
    void opening
      .then(async (paper) => {
        const first = (await paper.getPage(1)).getViewport({ scale: 1 });
        return { paper, shape: first.height / first.width };
      })
      .then(
        (opened) => (left ? undefined : setState({ opened, broken: false })),
        () => (left ? undefined : setState({ opened: null, broken: true })),
      );
    return () => {
      left = true;
      void opening.then((paper) => paper.destroy()).catch(() => undefined);
    };
  }, [blob]);
  return state;
}
