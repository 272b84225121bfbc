import createClient, { type Middleware } from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { problemOf, Unreachable } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** What every request of a signed-in person needs, and what to do when the session has run out. */
interface Access {
  csrfToken: string | null;
  /** Asks the person to sign in again in place; true when they did. */
  signInAgain: () => Promise<boolean>;
}

export const access: Access = { csrfToken: null, signInAgain: () => Promise.resolve(false) };

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Bodies are read once: kept to be sent again after signing in. */
const copies = new Map<string, Request>();

/** The one request to which “nobody” is an answer. */
function asksWhoItIs(request: Request): boolean {
  return request.method === 'GET' && new URL(request.url).pathname === '/v1/account/session';
}

const middleware: Middleware = {
  onRequest({ request, id }) {
    if (!safe.has(request.method)) {
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
    if (problem.code === 'not_signed_in' && copy && !asksWhoItIs(copy) && (await access.signInAgain())) {
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
