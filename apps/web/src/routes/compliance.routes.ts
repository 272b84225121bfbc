import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, placeNotFound, signedInRoute } from '@/app/route-roots';
import { conflictsSearch, expiriesSearch, queueSearch } from '@/features/compliance/searches';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/compliance',
  beforeLoad: onlyFor('assurance'),
  notFoundComponent: placeNotFound,
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/compliance/work-page')),
});

const queue = createRoute({
  getParentRoute: () => door,
  path: '/certificates',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('@/features/compliance/queue-page')),
});

const certificate = createRoute({
  getParentRoute: () => door,
  path: '/certificates/$certificateId',
  component: lazyRouteComponent(() => import('@/features/compliance/certificate-page')),
});

const expiries = createRoute({
  getParentRoute: () => door,
  path: '/expiries',
  validateSearch: expiriesSearch,
  component: lazyRouteComponent(() => import('@/features/compliance/expiries-page')),
});

const conflicts = createRoute({
  getParentRoute: () => door,
  path: '/conflicts',
  validateSearch: conflictsSearch,
  component: lazyRouteComponent(() => import('@/features/compliance/conflicts-page')),
});

export const complianceRoutes = door.addChildren([work, queue, certificate, expiries, conflicts]);
