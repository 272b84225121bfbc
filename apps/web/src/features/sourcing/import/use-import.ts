import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, type Schemas } from '@/api/client';
import { type FieldProblem, Problem } from '@/api/problem';
import { inTurn } from '../drafting/in-turn';
import { openSheet, type SheetFile } from './sheet-file';

export type ImportMode = 'append' | 'replace';
type ImportResult = Schemas['ImportResult'];

/** What the server says of a file before anything of it is saved. */
export type Check =
  | { kind: 'fine'; file: File; result: ImportResult }
  | { kind: 'wrong'; file: File; sheet: SheetFile; wrong: WrongCells };

export interface WrongCells {
  count: number;
  readable: number;
  columns: readonly Schemas['MappedColumnView'][];
  cells: ReadonlyMap<string, FieldProblem>;
}

async function send(requestId: string, file: File, mode: ImportMode, dryRun: boolean): Promise<ImportResult> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { data } = await client.POST('/v1/buyer/requests/{id}/lines/import', {
    params: { path: { id: requestId }, query: { mode, dryRun } },
    body: { file } as never,
    bodySerializer: () => form,
  });
  return data as ImportResult;
}

function wrongCellsOf(problem: Problem): WrongCells | null {
  const { mapping, readableLines, wrongCells } = problem.document;
  const columns = Array.isArray(mapping) ? (mapping as Schemas['MappedColumnView'][]) : [];
  // Without headings there is no cell to be mended: the whole sheet is meant.
  return problem.code === 'sheet_has_errors' && columns.length > 0
    ? {
        count: typeof wrongCells === 'number' ? wrongCells : problem.fields.length,
        readable: typeof readableLines === 'number' ? readableLines : 0,
        columns,
        cells: new Map(problem.fields.map((field) => [field.pointer.replace('/cells/', ''), field])),
      }
    : null;
}

/** From a file to lines: looked at first, mended where it is wrong, then taken whole. */
export function useImport(requestId: string, before: () => Promise<void>) {
  const [check, setCheck] = useState<Check | null>(null);
  const look = useMutation({
    mutationFn: async (file: File): Promise<Check> => {
      await before();
      try {
        return { kind: 'fine', file, result: await send(requestId, file, 'replace', true) };
      } catch (error) {
        const wrong = error instanceof Problem ? wrongCellsOf(error) : null;
        if (!wrong) {
          throw error;
        }
        return { kind: 'wrong', file, wrong, sheet: await openSheet(file) };
      }
    },
    onMutate: () => take.reset(),
    onSuccess: setCheck,
  });
  const take = useMutation({
    mutationFn: ({ file, mode }: { file: File; mode: ImportMode }) =>
      inTurn(requestId, () => send(requestId, file, mode, false)),
  });
  return { check, look, take, again: () => setCheck(null) };
}
