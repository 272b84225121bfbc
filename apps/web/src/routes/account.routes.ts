import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { placeNotFound, signedInRoute } from '@/app/route-roots';
import { auditSearch, wordSearch } from '@/features/account/audit-search';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  notFoundComponent: placeNotFound,
  component: Door,
});

const settings = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/account/settings-page')),
});

const security = createRoute({
  getParentRoute: () => door,
  path: '/security',
  component: lazyRouteComponent(() => import('@/features/account/security/security-page')),
});

const people = createRoute({
  getParentRoute: () => door,
  path: '/people',
  validateSearch: wordSearch,
  component: lazyRouteComponent(() => import('@/features/account/people-page')),
});

const organisation = createRoute({
  getParentRoute: () => door,
  path: '/organisation',
  component: lazyRouteComponent(() => import('@/features/account/organisation-page')),
});

const apiKeys = createRoute({
  getParentRoute: () => door,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('@/features/account/api-keys-page')),
});

const messages = createRoute({
  getParentRoute: () => door,
  path: '/messages',
  validateSearch: wordSearch,
  component: lazyRouteComponent(() => import('@/features/account/messages-page')),
});

const auditLog = createRoute({
  getParentRoute: () => door,
  path: '/audit-log',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('@/features/account/audit-log-page')),
});

export const accountRoutes = door.addChildren([
  settings,
  security,
  people,
  organisation,
  apiKeys,
  messages,
  auditLog,
]);
