import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { access, client, type Schemas, whoIs } from './client';
import { Problem } from './problem';

export type Session = Schemas['SessionOpened'];
export type OrganisationKind = 'retailer' | 'cooperative' | 'assurance' | 'platform';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async (): Promise<Session | null> => {
    try {
      const { data } = await client.GET('/v1/account/session');
      return data ? opened(data) : null;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        closed();
        return null;
      }
      throw error;
    }
  },
});

/** A public page asks who is signed in only where someone was: otherwise every visitor's first question is refused. */
const mark = 'weftway.signed-in';

export function someoneWasSignedIn(): boolean {
  return localStorage.getItem(mark) !== null;
}

/** A session that begins: also where an invitation was accepted. */
export function opened(session: Session): Session {
  access.csrfToken = session.csrfToken;
  access.who = whoIs(session);
  localStorage.setItem(mark, '1');
  return session;
}

/** Nobody is signed in any more. */
export function closed(): void {
  access.csrfToken = null;
  localStorage.removeItem(mark);
}

/** Whoever is signed in. Only below routes that need it. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) {
    throw new Problem({ status: 401, code: 'not_signed_in', detail: 'Nobody is signed in.' });
  }
  return data;
}

/** Whether the one who is signed in may do this, by the api's own list. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}

const doors = {
  retailer: '/buyer',
  cooperative: '/cooperative',
  assurance: '/compliance',
  platform: '/admin',
} as const;

/** Where someone's work list is. */
export function doorOf(
  session: Session,
): (typeof doors)[OrganisationKind] | '/account' | '/account/security' {
  const kind = session.organisation?.kind;
  return kind
    ? doors[kind]
    : session.organisations.some((one) => one.needsSecondFactor)
      ? '/account/security'
      : '/account';
}
