import { Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives the address of a file that is asked for by ?url
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import styles from './evidence-viewer.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A PDF page by page, drawn here: no plug-in of the browser runs, and nothing in the paper can. */
export default function PdfPages({ blob, zoom }: { blob: Blob; zoom: number }) {
  const { t } = useTranslation('compliance');
  const { ref, width } = useElementSize();
  const opened = useOpened(blob);
  return (
    <div ref={ref} className={styles.pages}>
      {opened.error !== null && <ProblemNotice error={opened.error} />}
      {!opened.paper && opened.error === null && (
        <Loader size="sm" role="status" aria-label={t('loadingFile')} />
      )}
      {opened.paper &&
        width > 0 &&
        Array.from({ length: opened.paper.numPages }, (_, index) => (
          <Sheet
            key={index}
            paper={opened.paper as PDFDocumentProxy}
            number={index + 1}
            width={width * zoom}
          />
        ))}
    </div>
  );
}

function useOpened(blob: Blob): { paper: PDFDocumentProxy | null; error: unknown } {
  const [state, setState] = useState<{ paper: PDFDocumentProxy | null; error: unknown }>({
    paper: null,
    error: null,
  });
  useEffect(() => {
    let left = false;
    const opening = blob.arrayBuffer().then((data) => getDocument({ data, isEvalSupported: false }).promise);
    opening.then(
      (paper) => (left ? undefined : setState({ paper, error: null })),
      (error: unknown) => (left ? undefined : setState({ paper: null, error })),
    );
    return () => {
      left = true;
      void opening.then((paper) => paper.destroy()).catch(() => undefined);
    };
  }, [blob]);
  return state;
}

function Sheet({ paper, number, width }: { paper: PDFDocumentProxy; number: number; width: number }) {
  const { t } = useTranslation('compliance');
  const canvas = useRef<HTMLCanvasElement>(null);
  // What is written on it, for whoever cannot see it.
  const words = useQuery({
    queryKey: ['pdf-words', paper.fingerprints[0], number],
    staleTime: Infinity,
    queryFn: async () => {
      const { items } = await (await paper.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    },
  });
  useEffect(() => {
    let cancel = (): void => undefined;
    let left = false;
    void paper.getPage(number).then((page) => {
      const target = canvas.current;
      if (left || !target) {
        return;
      }
      const sharp = devicePixelRatio || 1;
      const scale = (width - 2) / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: scale * sharp });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.style.width = `${viewport.width / sharp}px`;
      const drawing = page.render({ canvas: target, viewport });
      cancel = () => drawing.cancel();
      // A drawing that was cancelled, since another follows, is no fault.
      drawing.promise.catch(() => undefined);
    });
    return () => {
      left = true;
      cancel();
    };
  }, [paper, number, width]);
  return (
    <figure className={styles.sheet} aria-label={t('pageOf', { number, total: paper.numPages })}>
      <canvas ref={canvas} aria-hidden />
      <figcaption className={styles.words}>{words.data}</figcaption>
    </figure>
  );
}
