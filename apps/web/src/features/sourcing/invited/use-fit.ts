import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CooperativeRow } from '../directory/use-directory';
import { linesQuery, type RequestView } from '../request/use-request';

export interface Fit {
  /** Codes of the crafts that lines of the request ask for. */
  wanted: ReadonlySet<string>;
  /** The lines that a cooperative's crafts can make; lines without a craft fit everyone. */
  linesFor: (row: CooperativeRow) => number;
  /** Required schemes of which a cooperative holds no certificate today. */
  lacks: (row: CooperativeRow) => RequestView['requirements'];
  lines: number;
}

/** How a cooperative of the directory suits a request. */
export function useFit(request: RequestView): Fit {
  const { data } = useSuspenseQuery(linesQuery(request.id));
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { craftCode } of data.items) {
      counts.set(craftCode ?? '', (counts.get(craftCode ?? '') ?? 0) + 1);
    }
    return {
      wanted: new Set([...counts.keys()].filter((code) => code !== '')),
      lines: data.items.length,
      linesFor: (row) =>
        row.crafts.reduce((sum, craft) => sum + (counts.get(craft.code) ?? 0), counts.get('') ?? 0),
      lacks: (row) =>
        request.requirements.filter(
          (one) => !row.certificates.some((certificate) => certificate.schemeId === one.schemeId),
        ),
    };
  }, [data, request.requirements]);
}
