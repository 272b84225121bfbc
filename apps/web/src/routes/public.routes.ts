import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { rootRoute } from '@/app/route-roots';
import { placeOf } from '@/features/public/verify/reference';
import { publicSearch, showcaseSearch, verifySearch } from '@/features/public/searches';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The source of the page: a page that is rendered on the server names its scripts and styles by it. */
    source?: string;
  }
}

/** Not part of what every screen loads. */
const loaders = () => import('@/features/public/loaders');

/** Pages for anyone. They are rendered on the server too, so their loaders read whatever they show. */
const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  validateSearch: publicSearch,
  search: { middlewares: [retainSearchParams(['lang'])] },
  component: lazyRouteComponent(() => import('@/features/public/shell/public-layout')),
  staticData: { source: 'src/features/public/shell/public-layout.tsx' },
});

/** On each page of its own, so that the shell stays around it. */
const trouble = {
  notFoundComponent: lazyRouteComponent(() => import('@/features/public/not-found-page'), 'NotFound'),
  errorComponent: lazyRouteComponent(() => import('@/features/public/error-page'), 'PublicError'),
};

const home = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/',
  loader: async ({ context: { queries } }) => (await loaders()).readHome(queries),
  component: lazyRouteComponent(() => import('@/features/public/home/home-page')),
  staticData: { source: 'src/features/public/home/home-page.tsx' },
});

const showcase = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/showcase',
  validateSearch: showcaseSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, deps }) => (await loaders()).readShowcase(queries, deps),
  component: lazyRouteComponent(() => import('@/features/public/showcase/showcase-page')),
  staticData: { source: 'src/features/public/showcase/showcase-page.tsx' },
});

const cooperative = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/cooperatives/$cooperativeId',
  loader: async ({ context: { queries }, params }) =>
    (await loaders()).readCooperative(queries, params.cooperativeId),
  component: lazyRouteComponent(() => import('@/features/public/cooperative/cooperative-page')),
  staticData: { source: 'src/features/public/cooperative/cooperative-page.tsx' },
});

const product = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/products/$productId',
  loader: async ({ context: { queries }, params }) =>
    (await loaders()).readProduct(queries, params.productId),
  component: lazyRouteComponent(() => import('@/features/public/product/product-page')),
  staticData: { source: 'src/features/public/product/product-page.tsx' },
});

const verify = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/verify',
  validateSearch: verifySearch,
  beforeLoad: ({ search }) => {
    const place = search.reference ? placeOf(search.reference) : null;
    if (place) {
      // oxlint-disable-next-line typescript/only-throw-error
      throw redirect({ ...place, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('@/features/public/verify/verify-page')),
  staticData: { source: 'src/features/public/verify/verify-page.tsx' },
});

const verifyOrder = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/verify/po/$token',
  loader: async ({ context: { queries }, params }) => (await loaders()).readOrderPaper(queries, params.token),
  component: lazyRouteComponent(() => import('@/features/public/verify/order-page')),
  staticData: { source: 'src/features/public/verify/order-page.tsx' },
});

const verifyCertificate = createRoute({
  getParentRoute: () => publicRoute,
  ...trouble,
  path: '/verify/certificates/$reference',
  loader: async ({ context: { queries }, params }) =>
    (await loaders()).readCertificate(queries, params.reference),
  component: lazyRouteComponent(() => import('@/features/public/verify/certificate-page')),
  staticData: { source: 'src/features/public/verify/certificate-page.tsx' },
});

export const publicRoutes = [
  publicRoute.addChildren([home, showcase, cooperative, product, verify, verifyOrder, verifyCertificate]),
];
