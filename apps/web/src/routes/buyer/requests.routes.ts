import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerDoor } from './door';
import { requestLayout } from './request-layout';

const work = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/sourcing/work-page')),
});

const lines = createRoute({
  getParentRoute: () => requestLayout,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/sourcing/lines-tab')),
});

export const requestsRoutes = [work];
export const requestTabs = [lines];
