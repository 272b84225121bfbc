import { createRoute } from '@tanstack/react-router';
import { Door } from '@/app/door';
import { onlyFor, placeNotFound, signedInRoute } from '@/app/route-roots';

export const buyerDoor = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/buyer',
  beforeLoad: onlyFor('retailer'),
  notFoundComponent: placeNotFound,
  component: Door,
});
