import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '@/app/route-roots';

/** The ways in: signing in, answering an invitation, applying. */
const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    // Only paths of this portal: whoever is sent elsewhere was sent by someone else.
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('@/features/account/sign-in-page')),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('@/features/account/invitation-page')),
});

const application = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  component: lazyRouteComponent(() => import('@/features/account/application-page')),
});

const forgotPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('@/features/account/security/forgot-password-page')),
});

const newPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password-reset/$token',
  component: lazyRouteComponent(() => import('@/features/account/security/new-password-page')),
});

export const entryRoutes = [signIn, invitation, application, forgotPassword, newPassword];
