import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { ExportButton } from './lines/export-button';
import { lineOf } from './lines/line';
import { LineCards } from './lines/line-cards';
import { LineGrid } from './lines/line-grid';
import styles from './lines/line-grid.module.css';
import { LinesEditor } from './lines/lines-editor';
import { LinesSums } from './lines/lines-sums';
import { useCellReader } from './lines/use-cell-reader';
import { linesQuery, type RequestView, useRequest } from './request/use-request';

/** What is asked for, line by line. Only a draft can be changed. */
export default function LinesTab() {
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  return request.state === 'draft' && mayWrite ? (
    <LinesEditor key={request.id} request={request} />
  ) : (
    <LinesToRead request={request} />
  );
}

const nothingRefused = new Map<never, never>();

function LinesToRead({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const reader = useCellReader();
  const { data } = useSuspenseQuery(linesQuery(request.id));
  const lines = useMemo(() => data.items.map(lineOf), [data]);
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const common = {
    lines,
    reader,
    refused: nothingRefused,
    foot: <LinesSums lines={lines} currency={request.currency} />,
  };
  return phone ? (
    <LineCards {...common} tools={<ExportButton />} />
  ) : (
    <LineGrid
      {...common}
      tools={() => (
        <div className={styles.tools}>
          <span className={styles.hint}>
            {t(
              request.state === 'draft'
                ? 'draftOfOthers'
                : request.revision > 0
                  ? 'linesFixed'
                  : 'gridReadHint',
            )}
          </span>
          <span className={styles.spring} />
          <ExportButton />
        </div>
      )}
    />
  );
}
