import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { type OrganisationKind, type Session, sessionQuery } from '@/api/session';
import { Elsewhere } from './elsewhere';
import { Root } from './root';
import { ProblemPage } from './trouble';

export interface RouterContext {
  queries: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import('@/features/public/not-found-page')),
  errorComponent: ProblemPage,
});

/** Everything that needs someone to be signed in. Whoever is not goes to sign in, and then on. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }): Promise<{ session: Session }> => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) {
      // oxlint-disable-next-line typescript/only-throw-error
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
    return { session };
  },
});

/** For an unknown address below a door: its shell stays. */
export const placeNotFound = lazyRouteComponent(() => import('./place-not-found'));

/** Tells whoever is of another kind of organisation that this is not their door. */
export function onlyFor(kind: OrganisationKind) {
  return ({ context }: { context: { session: Session } }): void => {
    if (context.session.organisation?.kind !== kind) {
      throw new Elsewhere();
    }
  };
}
