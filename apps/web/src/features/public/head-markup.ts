import { type Language, languages } from '@/i18n/i18n';
import type { HeadWords } from './head';

export interface Served {
  language: Language;
  origin: string;
  pathname: string;
  search: Record<string, unknown>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function tag(name: 'meta' | 'link', attributes: Record<string, string | undefined>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(value)}"`,
  );
  return `<${name}${written.join('')} />`;
}

/** Paths become addresses: whoever reads structured data does not know where the page was. */
function withOrigin(value: unknown, origin: string): unknown {
  if (typeof value === 'string') {
    return value.startsWith('/') ? origin + value : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => withOrigin(one, origin));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withOrigin(one, origin)]))
    : value;
}

/** What a list shows is part of its address; what it was narrowed to is not worth a page of its own. */
function addressOf({ origin, pathname, search }: Served, lang: string | undefined): string {
  const kept = new URLSearchParams();
  if (typeof search.show === 'string') {
    kept.set('show', search.show);
  }
  if (lang) {
    kept.set('lang', lang);
  }
  return `${origin}${pathname}${kept.size > 0 ? `?${kept.toString()}` : ''}`;
}

/** The head of a served page: for search engines, for previews of shared links, for the browser's tab. */
export function headOf(words: HeadWords, served: Served): string {
  const { title, description, kind = 'website', data, unlisted = false } = words;
  const { origin, language, search } = served;
  const image = words.image ?? { path: '/share.png', width: 1200, height: 630, alt: 'Weftway' };
  const canonical = addressOf(served, search.lang === language ? language : undefined);
  const alternates = Object.keys(languages).map((code) =>
    tag('link', { rel: 'alternate', hreflang: code, href: addressOf(served, code) }),
  );
  const structured = data && {
    '@context': 'https://schema.org',
    ...(withOrigin(data, origin) as Record<string, unknown>),
  };
  return [
    `<title>${escaped(title)}</title>`,
    tag('meta', { name: 'description', content: description }),
    ...(unlisted
      ? [tag('meta', { name: 'robots', content: 'noindex' })]
      : [
          tag('link', { rel: 'canonical', href: canonical }),
          ...alternates,
          tag('link', { rel: 'alternate', hreflang: 'x-default', href: addressOf(served, undefined) }),
        ]),
    tag('meta', { property: 'og:site_name', content: 'Weftway' }),
    tag('meta', { property: 'og:type', content: kind === 'product' ? 'product' : kind }),
    tag('meta', { property: 'og:title', content: title }),
    tag('meta', { property: 'og:description', content: description }),
    tag('meta', { property: 'og:url', content: canonical }),
    tag('meta', { property: 'og:locale', content: language }),
    tag('meta', { property: 'og:image', content: origin + image.path }),
    tag('meta', { property: 'og:image:width', content: String(image.width) }),
    tag('meta', { property: 'og:image:height', content: String(image.height) }),
    tag('meta', { property: 'og:image:alt', content: image.alt }),
    tag('meta', {
      name: 'twitter:card',
      content: image.width > image.height ? 'summary_large_image' : 'summary',
    }),
    structured
      ? `<script type="application/ld+json">${JSON.stringify(structured).replaceAll('<', String.raw`\u003c`)}</script>`
      : '',
  ]
    .filter(Boolean)
    .join('\n    ');
}

/** The head of a screen that the browser draws: nothing of it is worth sharing, but a tab has a name. */
export function entryHeadOf(title: string, description: string): string {
  return `<title>${escaped(title)}</title>\n    ${tag('meta', { name: 'description', content: description })}`;
}
