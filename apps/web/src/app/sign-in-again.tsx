import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { access } from '@/api/client';
import { type Session, sessionQuery } from '@/api/session';

const Ask = lazy(() => import('./sign-in-again-modal'));

/**
 * A session that ran out is renewed in place: the request that was refused waits for it and is sent again, so that nothing
 * typed is lost.
 */
export function SignInAgain() {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<((signedIn: boolean) => void)[]>([]);
  useEffect(() => {
    access.signInAgain = () =>
      queries.getQueryData<Session | null>(sessionQuery.queryKey)
        ? new Promise<boolean>((resolve) => setAsked((others) => [...others, resolve]))
        : Promise.resolve(false);
    return () => {
      access.signInAgain = () => Promise.resolve(false);
    };
  }, [queries]);
  if (asked.length === 0) {
    return null;
  }
  const known = queries.getQueryData<Session | null>(sessionQuery.queryKey);
  return (
    <Suspense>
      <Ask
        email={known?.person.email}
        onAnswer={(signedIn) => {
          asked.forEach((resolve) => resolve(signedIn));
          setAsked([]);
        }}
      />
    </Suspense>
  );
}
