import createClient, { type Middleware } from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { Problem, problemOf, Unreachable } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** What every request of a signed-in person needs, and what to do when the session has run out. */
interface Access {
  csrfToken: string | null;
  /** Whose token it is: on a shared device it may be another's the next time. */
  who: string | null;
  /**
   * Asks the person in place: to prove by one of the methods that it is them, or to sign in again (null). True when they did, and
   * what was refused can be sent again.
   */
  ask: (methods: readonly string[] | null) => Promise<boolean>;
}

export const access: Access = { csrfToken: null, who: null, ask: () => Promise.resolve(false) };

export const whoIs = ({ person, organisation }: Schemas['SessionOpened']): string =>
  `${person.id} ${organisation?.id}`;

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Bodies are read once: kept to be sent again after signing in. */
const copies = new Map<string, Request>();

/** The one request to which “nobody” is an answer. */
function asksWhoItIs(request: Request): boolean {
  return request.method === 'GET' && new URL(request.url).pathname === '/v1/account/session';
}

/**
 * The token for changes, asked for anew. A session that was read without a line, from the phone's own copy, has none; and whoever
 * signed in again in another window has another.
 */
async function renewToken(): Promise<void> {
  const { data } = await client.GET('/v1/account/session');
  if (!data?.csrfToken) {
    throw new Unreachable('Who is signed in was answered from the copy on this device');
  }
  if (access.who !== whoIs(data)) {
    throw new Problem({
      status: 403,
      code: 'csrf_token_missing',
      detail: 'Someone else has signed in in this browser. Load the page again.',
    });
  }
  access.csrfToken = data.csrfToken;
}

const middleware: Middleware = {
  async onRequest({ request, id }) {
    if (!safe.has(request.method)) {
      if (access.csrfToken === '') {
        await renewToken();
      }
      if (access.csrfToken !== null) {
        request.headers.set('X-CSRF-Token', access.csrfToken);
      }
      if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', crypto.randomUUID());
      }
    }
    copies.set(id, request.clone());
    return request;
  },
  async onResponse({ response, id }) {
    const copy = copies.get(id);
    copies.delete(id);
    if (response.ok) {
      return response;
    }
    const problem = await problemOf(response);
    if (copy && !asksWhoItIs(copy) && (await mended(problem))) {
      const again = new Request(copy);
      if (access.csrfToken !== null && !safe.has(again.method)) {
        again.headers.set('X-CSRF-Token', access.csrfToken);
      }
      const second = await fetch(again);
      if (second.ok) {
        return second;
      }
      throw await problemOf(second);
    }
    throw problem;
  },
  onError({ error, id }) {
    copies.delete(id);
    throw new Unreachable(error);
  },
};

/** Whether what a request was refused for could be put right, so that it can be sent again. */
async function mended(problem: Problem): Promise<boolean> {
  switch (problem.code) {
    case 'csrf_token_missing':
      await renewToken();
      return true;
    case 'step_up_required':
      return access.ask(problem.document.methods as string[]);
    case 'not_signed_in':
      // A proof gives the session a new cookie: what was on its way with the former one need not ask anyone.
      return (await renewToken().then(() => true, orAsk)) || access.ask(null);
    default:
      return false;
  }
}

/** Nobody is signed in, or that cannot be known now: whoever sits there is asked. But not to go on as someone else. */
function orAsk(error: unknown): false {
  if (error instanceof Problem && error.code === 'csrf_token_missing') {
    throw error;
  }
  return false;
}

/** A page that is rendered on the server asks the api beside it, in the same process. */
export const inProcess = {
  fetch: (request: Request): Promise<Response> => Promise.reject(new Error(`Nobody answers ${request.url}`)),
};

/** The api by its OpenAPI document. Refusals are thrown as `Problem`, a lost line as `Unreachable`. */
export const client = createClient<paths>(
  import.meta.env.SSR
    ? { baseUrl: 'http://in-process', fetch: (request) => inProcess.fetch(request) }
    : { baseUrl: location.origin },
);
client.use(middleware);

/** The same as hooks of TanStack Query. */
export const api = createQueryHooks(client);

/** `If-Match` for a change of a record of this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"v${version}"` };
}
