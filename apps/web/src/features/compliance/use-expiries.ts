import { useQuery } from '@tanstack/react-query';
import { client } from '@/api/client';
import { monthPlus } from './days';
import type { ExpiryRow } from './expiry-columns';

/** At most so many pages of a hundred: more in a year belongs to a list with filters. */
const mostPages = 20;

/** Everything that ends in so many months, the first of them given as `yyyy-mm`; nothing is asked for of none. */
export function useExpiries(month: string, months: number) {
  const from = `${month}-01`;
  const end = `${monthPlus(month, months)}-01`;
  return useQuery({
    queryKey: ['get', '/v1/compliance/expiries', from, end],
    queryFn: async (): Promise<ExpiryRow[]> => {
      if (months === 0) {
        return [];
      }
      const found: ExpiryRow[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        // The first day of the next month is asked for too, and left out below: the api's end is included.
        const { data } = await client.GET('/v1/compliance/expiries', {
          params: { query: { from, to: end, limit: 100, ...(cursor && { cursor }) } },
        });
        found.push(...(data?.items ?? []));
        if (!data?.nextCursor) {
          break;
        }
        cursor = data.nextCursor;
      }
      return found.filter(({ validUntil }) => validUntil < end);
    },
  });
}
