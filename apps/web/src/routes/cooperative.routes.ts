import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { onlyFor, placeNotFound, signedInRoute } from '@/app/route-roots';
import {
  certificatesSearch,
  newCertificateSearch,
  ordersSearch,
  productsSearch,
  quoteSearch,
  requestsSearch,
} from '@/features/cooperative/searches';

const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cooperative',
  beforeLoad: onlyFor('cooperative'),
  notFoundComponent: placeNotFound,
  component: lazyRouteComponent(() => import('@/features/cooperative/cooperative-door')),
});

const work = createRoute({
  getParentRoute: () => door,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/cooperative/work-page')),
});

const requests = createRoute({
  getParentRoute: () => door,
  path: '/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/requests-page')),
});

const request = createRoute({
  getParentRoute: () => door,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('@/features/cooperative/request-page')),
});

const quote = createRoute({
  getParentRoute: () => door,
  path: '/requests/$requestId/quote',
  validateSearch: quoteSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/quote-page')),
});

const orders = createRoute({
  getParentRoute: () => door,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/orders-page')),
});

const order = createRoute({
  getParentRoute: () => door,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('@/features/cooperative/order-page')),
});

const certificates = createRoute({
  getParentRoute: () => door,
  path: '/certificates',
  validateSearch: certificatesSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/certificates-page')),
});

const newCertificate = createRoute({
  getParentRoute: () => door,
  path: '/certificates/new',
  validateSearch: newCertificateSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/new-certificate-page')),
});

const certificate = createRoute({
  getParentRoute: () => door,
  path: '/certificates/$certificateId',
  component: lazyRouteComponent(() => import('@/features/cooperative/certificate-page')),
});

const products = createRoute({
  getParentRoute: () => door,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('@/features/cooperative/products-page')),
});

const newProduct = createRoute({
  getParentRoute: () => door,
  path: '/products/new',
  component: lazyRouteComponent(() => import('@/features/cooperative/new-product-page')),
});

const product = createRoute({
  getParentRoute: () => door,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('@/features/cooperative/product-page')),
});

const profile = createRoute({
  getParentRoute: () => door,
  path: '/profile',
  component: lazyRouteComponent(() => import('@/features/cooperative/profile-page')),
});

export const cooperativeRoutes = door.addChildren([
  work,
  requests,
  request,
  quote,
  orders,
  order,
  certificates,
  newCertificate,
  certificate,
  products,
  newProduct,
  product,
  profile,
]);
