import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/api/client';
import { type CellReader, conventionsOf } from './read-cell';

/** How cells are read: numbers and days as this machine writes them, since that is where a copied sheet comes from. */
export function useCellReader(): CellReader {
  const { data } = useSuspenseQuery({
    ...api.queryOptions('get', '/v1/public/crafts'),
    staleTime: 3_600_000,
  });
  return useMemo(
    () => ({
      ...conventionsOf(navigator.language),
      crafts: new Map(data.items.map((craft) => [craft.code, craft.name])),
    }),
    [data],
  );
}
