import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { doorOf } from '@/api/session';
import { rootRoute, signedInRoute } from '@/app/route-roots';
import { accountRoutes } from '@/routes/account.routes';
import { adminRoutes } from '@/routes/admin.routes';
import { buyerRoutes } from '@/routes/buyer.routes';
import { complianceRoutes } from '@/routes/compliance.routes';
import { cooperativeRoutes } from '@/routes/cooperative.routes';
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
  signedInRoute.addChildren([
    startRoute,
    accountRoutes,
    buyerRoutes,
    cooperativeRoutes,
    complianceRoutes,
    adminRoutes,
  ]),
]);

export function newRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 150,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
