import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { signedInRoute } from '@/app/route-roots';

const door = createRoute({ getParentRoute: () => signedInRoute, path: '/account', component: Door });

const settings = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/account/settings-page')),
});

export const accountRoutes = door.addChildren([settings]);
