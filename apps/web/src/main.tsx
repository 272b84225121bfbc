import '@/theme/styles.css';
import '@/theme/fonts.css';
import { type DehydratedState, hydrate } from '@tanstack/react-query';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { sessionQuery } from '@/api/session';
import { watchParts } from '@/app/part-missing';
import { newQueryClient } from '@/app/providers';
import { signedInRoute } from '@/app/route-roots';
import { isLanguage, preferredLanguage, startMessages } from '@/i18n/i18n';
import { Portal } from '@/portal';
import { newRouter } from '@/router';

watchParts();
const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no place for the portal');
}
const queries = newQueryClient();
const router = newRouter(queries);
// A page that was rendered on the server brings what it was made from, and has decided its language.
const state = document.getElementById('state')?.textContent;
if (state) {
  const served = document.documentElement.lang;
  const language = isLanguage(served) ? served : 'en';
  hydrate(queries, JSON.parse(state) as DehydratedState);
  await startMessages(language, ['shared', 'public']);
  // As the router's own client for served pages does, whose inline script the content policy forbids.
  router.ssr = { manifest: undefined };
  await router.load();
  hydrateRoot(root, <Portal queries={queries} router={router} />);
} else {
  // A screen's code, its words and who is signed in are asked for side by side, not one after the other.
  const [routes] = router.getMatchedRoutes(location.pathname);
  for (const route of routes) {
    // What does not arrive is told where the route is shown.
    router.loadRouteChunk(route)?.catch(() => undefined);
  }
  if (routes.includes(signedInRoute)) {
    void queries.prefetchQuery(sessionQuery);
  }
  const language = preferredLanguage();
  await startMessages(language);
  createRoot(root).render(<Portal queries={queries} router={router} />);
}
