import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from './session';

/** Which addresses of the api show what a topic is about. Work lists show a little of everything. */
const shownAt: Readonly<Record<string, RegExp>> = {
  request: /\/requests|\/work$/,
  quote: /\/requests|\/quotes|\/work$/,
  award: /\/requests|\/awards|\/work$/,
  order: /\/orders|\/work$/,
  certificate: /\/certificates|\/expiries|\/work$/,
  showcase: /\/profile|\/products|\/cooperatives/,
  organisation: /\/organisations|\/organisation$|\/work$/,
  member: /\/members|\/invitations$/,
  message: /\/messages/,
  'dead-letter': /\/dead-letters|\/work$/,
};

/** Changes come in bursts: an award moves quotes, orders and documents at once. */
const gatherMs = 200;

function isShown(query: Query, topics: ReadonlySet<string>): boolean {
  const [, path] = query.queryKey;
  if (typeof path !== 'string') {
    return false;
  }
  return topics.has('everything')
    ? path.startsWith('/v1/')
    : [...topics].some((topic) => shownAt[topic]?.test(path) ?? false);
}

/** Keeps what is on the screen current by the server's events. The browser connects again by itself. */
export function useLive(): void {
  const queries = useQueryClient();
  const organisationId = useSession().organisation?.id;
  useEffect(() => {
    if (!organisationId) {
      return;
    }
    const source = new EventSource('/v1/account/events');
    const topics = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = (topic: string): void => {
      topics.add(topic);
      timer ??= setTimeout(() => {
        const told = new Set(topics);
        topics.clear();
        timer = undefined;
        void queries.invalidateQueries({ predicate: (query) => isShown(query, told) });
      }, gatherMs);
    };
    let opened = false;
    source.addEventListener('open', () => {
      // What happened between two connections was told to nobody.
      if (opened) {
        gather('everything');
      }
      opened = true;
    });
    source.addEventListener('change', (event) => {
      gather((JSON.parse(event.data as string) as { topic: string }).topic);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [queries, organisationId]);
}
