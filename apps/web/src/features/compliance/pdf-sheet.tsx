import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './evidence-viewer.module.css';

/** A page, drawn while it is near the part that is looked at: a paper of two hundred pages opens as soon as one of two. */
export function PdfSheet(props: {
  paper: PDFDocumentProxy;
  shape: number;
  number: number;
  width: number;
  turn: number;
  /** What scrolls it. */
  stageId: string;
}) {
  const { t } = useTranslation('compliance');
  const { paper, number, width, turn, stageId } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState<{ turn: number; shape: number } | null>(null);
  const { ref, entry } = useIntersection({
    root: document.getElementById(stageId),
    rootMargin: '1200px 0px',
  });
  const near = entry?.isIntersecting ?? false;
  const across = turn % 180 !== 0;
  // What is written on it, for whoever cannot see it.
  const words = useQuery({
    queryKey: ['pdf-words', paper.fingerprints[0], number],
    staleTime: Infinity,
    enabled: near,
    queryFn: async () => {
      const { items } = await (await paper.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    },
  });
  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) {
      return undefined;
    }
    let cancel = (): void => undefined;
    let left = false;
    void paper.getPage(number).then((page) => {
      if (left) {
        return;
      }
      const sharp = devicePixelRatio || 1;
      const rotation = (page.rotate + turn) % 360;
      const scale = (width - 2) / page.getViewport({ scale: 1, rotation }).width;
      const viewport = page.getViewport({ scale: scale * sharp, rotation });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      setRoom({ turn, shape: viewport.height / viewport.width });
      const drawing = page.render({ canvas: target, viewport });
      cancel = () => drawing.cancel();
      // A drawing that was cancelled, since another follows, is no fault.
      drawing.promise.catch(() => undefined);
    });
    return () => {
      left = true;
      cancel();
      // A large page takes as much memory as a photo; its place is kept.
      target.width = 0;
      target.height = 0;
    };
  }, [paper, number, width, turn, near]);
  const shape = room?.turn === turn ? room.shape : across ? 1 / props.shape : props.shape;
  return (
    <figure
      ref={ref}
      data-page={number}
      className={styles.sheet}
      style={{ width, height: width * shape }}
      aria-label={t('pageOf', { number, total: paper.numPages })}
    >
      <canvas ref={canvas} width={0} height={0} aria-hidden />
      <figcaption className={styles.words}>{words.data}</figcaption>
    </figure>
  );
}
