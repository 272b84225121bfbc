import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, placeNotFound, signedInRoute } from '@/app/route-roots';
import { auditSearch } from '@/features/account/audit-search';
import { organisationsSearch, ratesSearch } from '@/features/admin/searches';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  beforeLoad: onlyFor('platform'),
  notFoundComponent: placeNotFound,
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/admin/work-page')),
});

const organisations = createRoute({
  getParentRoute: () => door,
  path: '/organisations',
  validateSearch: organisationsSearch,
  component: lazyRouteComponent(() => import('@/features/admin/organisations-page')),
});

const organisation = createRoute({
  getParentRoute: () => door,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(() => import('@/features/admin/organisation-page')),
});

const rates = createRoute({
  getParentRoute: () => door,
  path: '/rates',
  validateSearch: ratesSearch,
  component: lazyRouteComponent(() => import('@/features/admin/rates-page')),
});

const queues = createRoute({
  getParentRoute: () => door,
  path: '/queues',
  component: lazyRouteComponent(() => import('@/features/admin/queues-page')),
});

const auditLog = createRoute({
  getParentRoute: () => door,
  path: '/audit-log',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('@/features/admin/audit-log-page')),
});

export const adminRoutes = door.addChildren([work, organisations, organisation, rates, queues, auditLog]);
