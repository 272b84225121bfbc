import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, signedInRoute } from '@/app/route-roots';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cooperative',
  beforeLoad: onlyFor('cooperative'),
  component: Door,
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/cooperative/work-page')),
});

export const cooperativeRoutes = door.addChildren([work]);
