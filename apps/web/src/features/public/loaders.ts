import type { QueryClient } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { featured } from './home/featured';
import {
  certificateQuery,
  chosenProductsQuery,
  cooperativeQuery,
  cooperativesQuery,
  craftsQuery,
  figuresQuery,
  orderPaperQuery,
  productQuery,
  productsQuery,
  schemesQuery,
} from './queries';
import type { ShowcaseSearch } from './searches';

/** What each public page reads before it is shown, here and on the server. */

export async function readHome(queries: QueryClient): Promise<void> {
  const [products] = await Promise.all([
    queries.ensureQueryData(chosenProductsQuery),
    queries.ensureQueryData(figuresQuery),
  ]);
  const large = featured(products);
  if (large) {
    await queries.ensureQueryData(cooperativeQuery(large.cooperative.id));
  }
}

export async function readShowcase(queries: QueryClient, search: ShowcaseSearch): Promise<void> {
  await Promise.all([
    queries.ensureQueryData(figuresQuery),
    queries.ensureQueryData(craftsQuery),
    queries.ensureQueryData(schemesQuery),
    search.show === 'cooperatives'
      ? queries.ensureInfiniteQueryData(cooperativesQuery(search))
      : queries.ensureInfiniteQueryData(productsQuery(search)),
  ]);
}

/** @throws a not-found answer of the router's for one that is not shown */
export async function readCooperative(queries: QueryClient, id: string): Promise<void> {
  if (!(await queries.ensureQueryData(cooperativeQuery(id)))) {
    // oxlint-disable-next-line typescript/only-throw-error
    throw notFound();
  }
}

/** @throws a not-found answer of the router's for one that is not shown */
export async function readProduct(queries: QueryClient, id: string): Promise<void> {
  const shown = await queries.ensureQueryData(productQuery(id));
  if (!shown) {
    // oxlint-disable-next-line typescript/only-throw-error
    throw notFound();
  }
  await queries.ensureQueryData(cooperativeQuery(shown.cooperative.id));
}

export async function readOrderPaper(queries: QueryClient, token: string): Promise<void> {
  await queries.ensureQueryData(orderPaperQuery(token));
}

export async function readCertificate(queries: QueryClient, reference: string): Promise<void> {
  await queries.ensureQueryData(certificateQuery(reference));
}
