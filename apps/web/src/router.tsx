import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect, type RouterHistory } from '@tanstack/react-router';
import { doorOf } from '@/api/session';
import { rootRoute, signedInRoute } from '@/app/route-roots';
import { ProblemPage } from '@/app/trouble';
import { accountRoutes } from '@/routes/account.routes';
import { adminRoutes } from '@/routes/admin.routes';
import { buyerRoutes } from '@/routes/buyer.routes';
import { complianceRoutes } from '@/routes/compliance.routes';
import { cooperativeRoutes } from '@/routes/cooperative.routes';
import { entryRoutes } from '@/routes/entry.routes';
import { publicRoutes } from '@/routes/public.routes';

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/start',
  beforeLoad: ({ context }) => {
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: doorOf(context.session) });
  },
});

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  ...entryRoutes,
  signedInRoute.addChildren([
    startRoute,
    accountRoutes,
    buyerRoutes,
    cooperativeRoutes,
    complianceRoutes,
    adminRoutes,
  ]),
]);

/** @param history of the one page that a server renders; a browser has its own */
export function newRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // On the server it would write a script into the page.
    scrollRestoration: !import.meta.env.SSR,
    defaultPendingMs: 150,
    // Within the shell of their door, which stays usable.
    defaultErrorComponent: ProblemPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
