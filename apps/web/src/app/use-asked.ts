import { useCallback, useState } from 'react';

/** A question that requests wait for: those that come while it is open get the same answer. */
export function useAsked<Question>() {
  const [asked, setAsked] = useState<{ question: Question; resolve: (answer: boolean) => void }[]>([]);
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => setAsked((others) => [...others, { question, resolve }])),
    [],
  );
  const answer = (yes: boolean): void => {
    asked.forEach(({ resolve }) => resolve(yes));
    setAsked([]);
  };
  return { question: asked[0]?.question, ask, answer };
}
