import { useEffect, useRef, useState } from 'react';
import { say } from '@/ui/toast';

/** As long as the toast offers to undo. */
const graceMs = 9_000;

/**
 * Something that the api cannot take back is done a moment later, so that it can be undone until then. Leaving the screen
 * does it at once.
 * @returns which are on their way out, and how to send one there
 */
export function useUndoable(act: (id: string) => void) {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const timers = waiting.current;
    const flush = (): void => {
      for (const [id, timer] of timers) {
        clearTimeout(timer);
        latest.current(id);
      }
      timers.clear();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const stay = (id: string): void => setLeaving((ids) => new Set([...ids].filter((one) => one !== id)));
  return {
    leaving,
    /** Where it was refused: it is shown again. */
    stay,
    leave: (id: string, words: string): void => {
      setLeaving((ids) => new Set([...ids, id]));
      waiting.current.set(
        id,
        setTimeout(() => {
          waiting.current.delete(id);
          latest.current(id);
        }, graceMs),
      );
      say(words, () => {
        clearTimeout(waiting.current.get(id));
        waiting.current.delete(id);
        stay(id);
      });
    },
  };
}
