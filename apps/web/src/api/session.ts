import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
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

function closed(): void {
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

export function useSignIn() {
  const keep = useKeepSession();
  return useMutation({
    mutationFn: async (body: Schemas['SignIn']): Promise<Session> => {
      const { data } = await client.POST('/v1/public/sessions', { body });
      return data as Session;
    },
    onSuccess: keep,
  });
}

/** A session that began, or goes on under a new token, is the one that every screen has. */
export function useKeepSession() {
  const queries = useQueryClient();
  return (session: Session): void => {
    queries.setQueryData(sessionQuery.queryKey, opened(session));
  };
}

/** Whether someone's organisation waits for a second factor of theirs before they can act for it. */
export function needsSecondFactor(session: Session): boolean {
  return session.organisation === null && session.organisations.some((one) => one.needsSecondFactor);
}

export function useSwitchOrganisation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (organisationId: string) => {
      await client.POST('/v1/account/session/organisation', { body: { organisationId } });
    },
    onSuccess: async () => {
      // Everything that was read belongs to the former organisation.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/v1/account/session');
    },
    onSettled: () => {
      closed();
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
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
  return kind ? doors[kind] : needsSecondFactor(session) ? '/account/security' : '/account';
}
