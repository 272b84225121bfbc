import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, signedInRoute } from '@/app/route-roots';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  beforeLoad: onlyFor('platform'),
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/admin/work-page')),
});

export const adminRoutes = door.addChildren([work]);
