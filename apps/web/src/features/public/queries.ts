import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import type { ShowcaseSearch } from './searches';

/** What is not there is an answer too: null, so that a served page can bring it along. */
async function orNull<Data>(asked: Promise<{ data?: Data }>): Promise<Data | null> {
  try {
    return (await asked).data ?? null;
  } catch (error) {
    if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429) {
      return null;
    }
    throw error;
  }
}

async function data<Data>(asked: Promise<{ data?: Data }>): Promise<Data> {
  return (await asked).data as Data;
}

/** Code lists hardly change while someone looks around. */
const listsLast = { staleTime: 3_600_000 };

export const figuresQuery = queryOptions({
  queryKey: ['public', 'figures'],
  queryFn: () => data(client.GET('/v1/public/showcase')),
  ...listsLast,
});

export const craftsQuery = queryOptions({
  queryKey: ['public', 'crafts'],
  queryFn: async () => (await data(client.GET('/v1/public/crafts'))).items,
  ...listsLast,
});

export const schemesQuery = queryOptions({
  queryKey: ['public', 'schemes'],
  queryFn: async () =>
    (await data(client.GET('/v1/public/schemes'))).items.map(({ id, name }) => ({ id, name })),
  ...listsLast,
});

export type Product = Schemas['ShownProduct'];
export type CooperativeRow = Schemas['CooperativeRow'];
export type Cooperative = Schemas['CooperativeShowcase'];

/** For the home page: with a photo, each of another craft and of other hands. */
export const chosenProductsQuery = queryOptions({
  queryKey: ['public', 'chosen-products'],
  queryFn: async (): Promise<Product[]> => {
    const { items } = await data(client.GET('/v1/public/products', { params: { query: { limit: 100 } } }));
    const seen = new Set<string>();
    return items
      .filter(({ photoFileId, craft, cooperative }) => {
        const isNew = photoFileId !== null && !seen.has(craft.code) && !seen.has(cooperative.id);
        if (isNew) {
          seen.add(craft.code).add(cooperative.id);
        }
        return isNew;
      })
      .slice(0, 12);
  },
  ...listsLast,
});

const cursorOf = (page: { nextCursor: string | null }): string | null => page.nextCursor;

export const productsQuery = (search: ShowcaseSearch) =>
  infiniteQueryOptions({
    queryKey: ['public', 'products', search],
    queryFn: ({ pageParam }) =>
      data(
        client.GET('/v1/public/products', {
          params: {
            query: {
              search: search.search,
              craft: search.craft,
              country: search.country,
              schemeId: search.certificate,
              sort: search.sort ?? 'newest',
              limit: 24,
              cursor: pageParam ?? undefined,
            },
          },
        }),
      ),
    initialPageParam: search.after ?? null,
    getNextPageParam: cursorOf,
  });

export const cooperativesQuery = (search: ShowcaseSearch) =>
  infiniteQueryOptions({
    queryKey: ['public', 'cooperatives', search],
    queryFn: ({ pageParam }) =>
      data(
        client.GET('/v1/public/cooperatives', {
          params: {
            query: {
              search: search.search,
              craft: search.craft,
              country: search.country,
              schemeId: search.certificate,
              limit: 24,
              cursor: pageParam ?? undefined,
            },
          },
        }),
      ),
    initialPageParam: search.after ?? null,
    getNextPageParam: cursorOf,
  });

export const cooperativeQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'cooperative', id],
    queryFn: () => orNull(client.GET('/v1/public/cooperatives/{id}', { params: { path: { id } } })),
  });

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'product', id],
    queryFn: () => orNull(client.GET('/v1/public/products/{id}', { params: { path: { id } } })),
  });

/** Asked again each time: what a paper is worth may change while it is looked at. */
const now = { staleTime: 5_000 };

export const orderPaperQuery = (token: string) =>
  queryOptions({
    queryKey: ['public', 'order-paper', token],
    queryFn: () => data(client.GET('/v1/public/verify/po/{token}', { params: { path: { token } } })),
    ...now,
  });

export const certificateQuery = (reference: string) =>
  queryOptions({
    queryKey: ['public', 'certificate', reference],
    queryFn: () =>
      data(client.GET('/v1/public/certificates/{reference}', { params: { path: { reference } } })),
    ...now,
  });
