import { api, type Schemas } from '@/api/client';
import { byCursor } from '@/ui/list';
import type { DirectorySearch } from '../searches';

export type CooperativeRow = Schemas['CooperativeRow'];
type Capacity = Schemas['CraftCapacity'];

export function useDirectory(search: DirectorySearch, limit = 50) {
  return api.useInfiniteQuery(
    'get',
    '/v1/buyer/cooperatives',
    { params: { query: { ...search, limit } } },
    byCursor,
  );
}

/** What a cooperative can make in a month. The list does not say it, so each row that is seen asks for its own. */
export function useCapacity(id: string): readonly Capacity[] | undefined {
  return api.useQuery(
    'get',
    '/v1/buyer/cooperatives/{id}',
    { params: { path: { id } } },
    { staleTime: 600_000, select: (cooperative) => cooperative.capacity },
  ).data;
}

/** The share of women among the makers; null where there are none yet. */
export function womenShare(row: { makers: number; makersWomen: number }): number | null {
  return row.makers > 0 ? row.makersWomen / row.makers : null;
}
