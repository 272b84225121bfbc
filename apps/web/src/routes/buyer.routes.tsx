import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, signedInRoute } from '@/app/route-roots';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/buyer',
  beforeLoad: onlyFor('retailer'),
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/buyer/work-page')),
});

export const buyerRoutes = door.addChildren([work]);
