import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, signedInRoute } from '@/app/route-roots';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/compliance',
  beforeLoad: onlyFor('assurance'),
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/compliance/work-page')),
});

export const complianceRoutes = door.addChildren([work]);
