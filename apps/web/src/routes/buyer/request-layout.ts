import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerDoor } from './door';

/** A request with its tabs; what each shows is a child. */
export const requestLayout = createRoute({
  getParentRoute: () => buyerDoor,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('@/features/sourcing/request-layout')),
});
