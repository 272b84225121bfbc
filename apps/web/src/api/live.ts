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
const againMs = 5_000;

const failed = (query: Query): boolean => query.state.status === 'error';

function isShown(query: Query, topics: ReadonlySet<string>): boolean {
  const [, path] = query.queryKey;
  if (typeof path !== 'string') {
    return false;
  }
  return topics.has('everything')
    ? path.startsWith('/v1/')
    : [...topics].some((topic) => shownAt[topic]?.test(path) ?? false);
}

/** Keeps what is on the screen current by the server's events. */
export function useLive(): void {
  const queries = useQueryClient();
  const organisationId = useSession().organisation?.id;
  useEffect(() => {
    if (!organisationId) {
      return;
    }
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
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      source = new EventSource('/v1/account/events');
      source.addEventListener('open', () => {
        // What happened between two connections was told to nobody; and what failed while the server was away is read now.
        if (opened || queries.getQueryCache().getAll().some(failed)) {
          gather('everything');
        }
        opened = true;
      });
      source.addEventListener('change', (event) => {
        gather((JSON.parse(event.data as string) as { topic: string }).topic);
      });
      source.addEventListener('error', () => {
        // The browser connects again by itself, but not after a refusal, such as a proxy's whose server is away.
        if (source.readyState === EventSource.CLOSED) {
          again = setTimeout(connect, againMs);
        }
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source.close();
    };
  }, [queries, organisationId]);
}
