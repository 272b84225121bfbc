import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { directorySearch, requestsSearch } from '@/features/sourcing/searches';
import { buyerDoor } from './door';
import { requestLayout } from './request-layout';

const work = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/sourcing/work-page')),
});

const requests = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('@/features/sourcing/requests-page')),
});

const newRequest = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/requests/new',
  component: lazyRouteComponent(() => import('@/features/sourcing/new-request-page')),
});

const cooperatives = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/cooperatives',
  validateSearch: directorySearch,
  component: lazyRouteComponent(() => import('@/features/sourcing/cooperatives-page')),
});

const cooperative = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/cooperatives/$cooperativeId',
  component: lazyRouteComponent(() => import('@/features/sourcing/cooperative-page')),
});

const lines = createRoute({
  getParentRoute: () => requestLayout,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/sourcing/lines-tab')),
});

const terms = createRoute({
  getParentRoute: () => requestLayout,
  path: '/terms',
  component: lazyRouteComponent(() => import('@/features/sourcing/terms-tab')),
});

const invited = createRoute({
  getParentRoute: () => requestLayout,
  path: '/invited',
  validateSearch: directorySearch,
  component: lazyRouteComponent(() => import('@/features/sourcing/invited-tab')),
});

const preview = createRoute({
  getParentRoute: () => requestLayout,
  path: '/preview',
  component: lazyRouteComponent(() => import('@/features/sourcing/preview-tab')),
});

const history = createRoute({
  getParentRoute: () => requestLayout,
  path: '/history',
  component: lazyRouteComponent(() => import('@/features/sourcing/history-tab')),
});

export const requestsRoutes = [work, requests, newRequest, cooperatives, cooperative];
export const requestTabs = [lines, terms, invited, preview, history];
