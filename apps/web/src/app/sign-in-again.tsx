import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { access } from '@/api/client';
import { type Session, sessionQuery } from '@/api/session';
import { useAsked } from './use-asked';

const Ask = lazy(() => import('./sign-in-again-modal'));
const Prove = lazy(() => import('./prove-modal'));

/**
 * A session that ran out is renewed in place, and a proof before something weighty is given in place: the request that was refused
 * waits for it and is sent again, so that nothing typed is lost.
 */
export function SignInAgain() {
  const queries = useQueryClient();
  const again = useAsked<true>();
  const proof = useAsked<readonly string[]>();
  const { ask: askAgain } = again;
  const { ask: askProof } = proof;
  const known = queries.getQueryData<Session | null>(sessionQuery.queryKey);
  useEffect(() => {
    access.signInAgain = () =>
      queries.getQueryData<Session | null>(sessionQuery.queryKey) ? askAgain(true) : Promise.resolve(false);
    access.proveItIsYou = askProof;
    return () => {
      access.signInAgain = () => Promise.resolve(false);
      access.proveItIsYou = () => Promise.resolve(false);
    };
  }, [queries, askAgain, askProof]);
  return (
    <Suspense>
      {proof.question && <Prove methods={proof.question} onAnswer={proof.answer} />}
      {again.question && <Ask email={known?.person.email} onAnswer={again.answer} />}
    </Suspense>
  );
}
