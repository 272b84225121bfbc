import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { access } from '@/api/client';
import { type Session, sessionQuery } from '@/api/session';

const Ask = lazy(() => import('./asked-in-place'));

/** What is asked, and the request that waits for it. */
export interface Asked {
  methods: readonly string[] | null;
  resolve: (done: boolean) => void;
}

/**
 * A session that ran out is renewed in place, and a proof before something weighty is given in place: the request that was refused
 * waits for it and is sent again, so that nothing typed is lost.
 */
export function SignInAgain() {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const known = queries.getQueryData<Session | null>(sessionQuery.queryKey);
  useEffect(() => {
    access.ask = (methods) =>
      queries.getQueryData<Session | null>(sessionQuery.queryKey)
        ? new Promise((resolve) => setAsked((others) => [...others, { methods, resolve }]))
        : Promise.resolve(false);
  }, [queries]);
  return asked[0] && known ? (
    <Suspense>
      <Ask asked={asked} first={asked[0]} email={known.person.email} onLeft={setAsked} />
    </Suspense>
  ) : null;
}
