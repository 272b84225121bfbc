import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerDoor } from './door';
import { requestLayout } from './request-layout';

const quotes = createRoute({
  getParentRoute: () => requestLayout,
  path: '/quotes',
  component: lazyRouteComponent(() => import('@/features/quoting/comparison-tab')),
});

const award = createRoute({
  getParentRoute: () => requestLayout,
  path: '/award',
  component: lazyRouteComponent(() => import('@/features/quoting/award-tab')),
});

const orders = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/orders',
  component: lazyRouteComponent(() => import('@/features/ordering/orders-page')),
});

export const tradeRoutes = [orders];
export const tradeTabs = [quotes, award];
