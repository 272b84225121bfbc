import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ordersSearch } from '@/features/ordering/order/orders-search';
import { awardsSearch } from '@/features/quoting/award/awards-search';
import { comparisonSearch } from '@/features/quoting/comparison/comparison-search';
import { buyerDoor } from './door';
import { requestLayout } from './request-layout';

const quotes = createRoute({
  getParentRoute: () => requestLayout,
  path: '/quotes',
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => import('@/features/quoting/comparison-tab')),
});

const award = createRoute({
  getParentRoute: () => requestLayout,
  path: '/award',
  component: lazyRouteComponent(() => import('@/features/quoting/award-tab')),
});

const awards = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/awards',
  validateSearch: awardsSearch,
  component: lazyRouteComponent(() => import('@/features/quoting/awards-page')),
});

const oneAward = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/awards/$awardId',
  component: lazyRouteComponent(() => import('@/features/quoting/award-page')),
});

const orders = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('@/features/ordering/orders-page')),
});

const order = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('@/features/ordering/order-page')),
});

export const tradeRoutes = [awards, oneAward, orders, order];
export const tradeTabs = [quotes, award];
