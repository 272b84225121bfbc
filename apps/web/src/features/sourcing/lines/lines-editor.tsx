import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { ConflictNotice } from '../drafting/conflict-notice';
import { SaveStatus } from '../drafting/save-status';
import { ImportDialog } from '../import/import-dialog';
import type { RequestView } from '../request/use-request';
import { ExportButton } from './export-button';
import { GridTools } from './grid-tools';
import { faultsOf, written } from './line';
import { LineCards } from './line-cards';
import { LineGrid } from './line-grid';
import styles from './line-grid.module.css';
import { LinesSums } from './lines-sums';
import { useCellReader } from './use-cell-reader';
import { useLineBook } from './use-line-book';

/** The lines of a draft: typed, pasted or imported, and saved by themselves. */
export function LinesEditor({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const reader = useCellReader();
  const isCraft = useCallback((code: string) => reader.crafts.has(code), [reader.crafts]);
  const { book, saved, reload } = useLineBook(request, isCraft);
  const [file, setFile] = useState<File | 'ask' | null>(null);
  const [dropping, setDropping] = useState(false);
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const lines = saved.value;
  const faults = lines.reduce((sum, line) => sum + Object.keys(faultsOf(line, isCraft)).length, 0);
  // A lost line is told beside the tools, and a wrong cell at its cell.
  const refused = saved.state === 'failed' && saved.error instanceof Problem && book.refused.size === 0;
  const drag = {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) {
        event.preventDefault();
        setDropping(true);
      }
    },
    onDragLeave: () => setDropping(false),
    onDrop: (event: DragEvent) => {
      const [dropped] = event.dataTransfer.files;
      setDropping(false);
      if (dropped) {
        event.preventDefault();
        setFile(dropped);
      }
    },
  };
  const tools = (
    <>
      <SaveStatus
        state={saved.state}
        error={saved.error}
        held={written(lines).length === 0 ? t('heldEmpty') : t('heldLines', { count: faults })}
        onRetry={() => void book.autosave.flush()}
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => setFile('ask')}
      >
        {t('import')}
      </Button>
      <ExportButton before={() => book.autosave.flush()} disabled={request.lineCount === 0} />
    </>
  );
  const sums = <LinesSums lines={lines} currency={request.currency} />;
  return (
    <div {...drag} className={dropping ? styles.dropping : undefined}>
      {saved.state === 'conflict' && (
        <ConflictNotice
          what={t('conflictLines')}
          onMine={() => book.autosave.keepMine()}
          onTheirs={() => {
            book.replaced(saved.theirs ?? lines);
            say(t('tookTheirs'), () => book.undo());
          }}
        />
      )}
      {refused && (
        <div style={{ marginBlockEnd: 16 }}>
          <ProblemNotice error={saved.error} onRetry={() => void book.autosave.flush()} />
        </div>
      )}
      {written(lines).length === 0 && (
        <Text c="dimmed" mb="sm" maw="72ch">
          {t('linesEmptyHint')}
        </Text>
      )}
      {phone ? (
        <LineCards
          lines={lines}
          reader={reader}
          refused={book.refused}
          change={(next) => book.change(next)}
          undo={() => book.undo()}
          tools={tools}
          foot={sums}
        />
      ) : (
        <LineGrid
          lines={lines}
          reader={reader}
          refused={book.refused}
          change={(next) => book.change(next)}
          undo={() => book.undo()}
          redo={() => book.redo()}
          onDropped={(rows) => say(t('pasteCut', { count: rows }))}
          tools={(grid) => (
            <GridTools grid={grid} book={book}>
              {tools}
            </GridTools>
          )}
          foot={sums}
        />
      )}
      {file !== null && (
        <ImportDialog
          requestId={request.id}
          file={file === 'ask' ? null : file}
          hasLines={written(lines).length > 0}
          before={() => book.autosave.flush()}
          onImported={async (count) => {
            await reload();
            setFile(null);
            say(t('imported', { count }), () => book.undo());
          }}
          onClose={() => setFile(null)}
        />
      )}
    </div>
  );
}
