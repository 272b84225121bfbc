import { dehydrate } from '@tanstack/react-query';
import { createMemoryHistory, isRedirect } from '@tanstack/react-router';
import { createInstance, type i18n } from 'i18next';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { inProcess } from '@/api/client';
import { newQueryClient } from '@/app/providers';
import { HeadSink, type HeadWords } from '@/features/public/head';
import { entryHeadOf, headOf } from '@/features/public/head-markup';
import { directionOf, isLanguage, type Language, languages, startMessages } from '@/i18n/i18n';
import { Portal } from '@/portal';
import { newRouter } from '@/router';

/** A page as the api sends it. */
export type ServedPage =
  /** A screen that the browser draws, such as signing in. */
  | { kind: 'screen'; language: Language; direction: 'ltr' | 'rtl'; head: string }
  | { kind: 'redirect'; to: string }
  | {
      kind: 'page';
      status: number;
      language: Language;
      direction: 'ltr' | 'rtl';
      /** Markup: what the head says, and the page. */
      head: string;
      body: string;
      /** JSON: what the page was made from. */
      state: string;
      /** Sources whose scripts and styles the page needs, as the manifest of the build names them. */
      sources: string[];
    };

export const languageCodes = Object.keys(languages);

/** How pages ask the api beside them. */
export function connect(fetch: typeof inProcess.fetch): void {
  inProcess.fetch = fetch;
}

const messages = new Map<Language, Promise<i18n>>();

function messagesIn(language: Language): Promise<i18n> {
  const known = messages.get(language) ?? startMessages(language, ['shared', 'public'], createInstance());
  messages.set(language, known);
  return known;
}

/**
 * Renders a page for anyone.
 * @param address path and search
 * @param wish the language that cookie and browser ask for; `lang` in the address counts more
 * @param origin of the portal as people reach it, such as `https://weftway.example`
 */
export async function render(address: string, wish: string, origin: string): Promise<ServedPage> {
  const queries = newQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  try {
    const router = newRouter(queries, createMemoryHistory({ initialEntries: [address] }));
    const routes = router.matchRoutes(router.latestLocation);
    // Nothing but the root matches an address that leads nowhere.
    if (routes.length > 1 && !routes.some((match) => match.routeId === '/public')) {
      const language = isLanguage(wish) ? wish : 'en';
      const { t } = await messagesIn(language);
      const name = router.latestLocation.pathname === '/apply' ? t('public:join') : t('signIn');
      return {
        kind: 'screen',
        language,
        direction: directionOf(language),
        head: entryHeadOf(`${name} · Weftway`, t('public:homeLead')),
      };
    }
    await router.load();
    const result = router._serverResult;
    if (result?.type === 'redirect' || isRedirect(result)) {
      const { redirect } = result as { redirect: Parameters<typeof router.resolveRedirect>[0] };
      return { kind: 'redirect', to: router.resolveRedirect(redirect).options.href ?? '/' };
    }
    const { search, pathname } = router.latestLocation;
    const asked = (search as { lang?: string }).lang ?? wish;
    const language = isLanguage(asked) ? asked : 'en';
    let words: HeadWords | undefined;
    const body = renderToString(
      <I18nextProvider i18n={await messagesIn(language)}>
        <HeadSink value={(said) => (words = said)}>
          <Portal queries={queries} router={router} />
        </HeadSink>
      </I18nextProvider>,
    );
    const loaded = result?.status ?? 200;
    const status = loaded === 200 ? (words?.status ?? 200) : loaded;
    return {
      kind: 'page',
      status,
      language,
      direction: directionOf(language),
      head: headOf(words ?? { title: 'Weftway', description: '' }, { language, origin, pathname, search }),
      body,
      state: JSON.stringify(dehydrate(queries)).replaceAll('<', String.raw`\u003c`),
      sources: [
        ...routes.flatMap((match) => match.staticData.source ?? []),
        ...(status === 200
          ? []
          : ['src/features/public/not-found-page.tsx', 'src/features/public/error-page.tsx']),
      ],
    };
  } finally {
    queries.clear();
  }
}
