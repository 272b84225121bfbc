import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { say } from '@/ui/toast';
import { useTranslation } from 'react-i18next';
import { keptAward } from './kept-award';
import { cellKey } from '../comparison/compared';
import { places, quantityOf, toText } from '../figures/decimal';
import { type Award, type Ground, type Plan, planOf, type Typed } from './plan';

export interface Entered {
  typed: Typed;
  reason: string;
}

/** What stands in an award, as it would have been typed. */
export function enteredOf(award: Award | null): Entered {
  return {
    typed: Object.fromEntries(
      (award?.allocations ?? []).map((one) => [cellKey(one.requestLineId, one.quoteId), one.quantity]),
    ),
    reason: award?.reason ?? '',
  };
}

/** The same text for the same quantities, so that only what differs counts as unsaved. */
function essence({ typed, reason }: Entered): string {
  const given = Object.entries(typed)
    .map(([key, text]) => {
      const quantity = quantityOf(text);
      return quantity === null ? `${key} ${text.trim()}` : quantity === 0n ? '' : `${key} ${quantity}`;
    })
    .filter((one) => one && !one.endsWith(' '));
  return JSON.stringify([given.sort(), reason.trim()]);
}

/** What typing began from: nothing, or a version of the draft. */
interface Base {
  version: number | null;
  entered: Entered;
}

function baseOf(award: Award | null): Base {
  return { version: award?.version ?? null, entered: enteredOf(award) };
}

/** Where someone is when a page opens: at what was typed here and not saved, otherwise at what is saved. */
function begun(requestId: string, saved: Award | null): { base: Base; entered: Entered; restored: boolean } {
  const base = baseOf(saved);
  const found = keptAward.read(requestId);
  if (!found) {
    return { base, entered: base.entered, restored: false };
  }
  const { version, ...entered } = found;
  return {
    base: version === base.version ? base : { version, entered: enteredOf(null) },
    entered,
    restored: true,
  };
}

export interface AwardPlan {
  entered: Entered;
  plan: Plan;
  dirty: boolean;
  /** Whether what is shown was found on this device rather than on the server. */
  restored: boolean;
  give: (key: string, text: string) => void;
  explain: (reason: string) => void;
  /** Replaces all quantities; can be taken back. */
  replaceAll: (typed: Typed, words: string) => void;
  /** Whether someone else has saved since this was begun: neither may be lost without a word. */
  conflict: boolean;
  /** Of the draft that this is a change of. */
  version: number | null;
  /** What is entered is saved now. */
  settle: (award: Award) => void;
  /** Back to what is saved. */
  discard: () => void;
  allocations: () => { requestLineId: string; quoteId: string; quantity: string }[];
}

export function useAwardPlan(ground: Ground, saved: Award | null): AwardPlan {
  const { t } = useTranslation('trade');
  const { requestId } = ground.comparison;
  const [start] = useState(() => begun(requestId, saved));
  const [base, setBase] = useState(start.base);
  const [entered, setEntered] = useState(start.entered);
  const [restored, setRestored] = useState(start.restored);
  const dirty = essence(entered) !== essence(base.entered);
  const moved = saved !== null && saved.version !== base.version;
  if (moved && !dirty) {
    // Someone else has saved, and nothing was typed here: what they saved is shown.
    setBase(baseOf(saved));
    setEntered(enteredOf(saved));
  }

  useEffect(() => {
    keptAward.write(requestId, dirty ? { ...entered, version: base.version } : null);
  }, [requestId, entered, dirty, base]);

  // The field answers at once; sums over many lines may follow a moment later.
  const typed = useDeferredValue(entered.typed);
  const plan = useMemo(() => planOf(ground, typed), [ground, typed]);

  const give = useCallback(
    (key: string, text: string) => setEntered((now) => ({ ...now, typed: { ...now.typed, [key]: text } })),
    [],
  );
  return {
    entered,
    plan,
    dirty,
    restored: restored && dirty,
    give,
    explain: (reason) => setEntered((now) => ({ ...now, reason })),
    replaceAll: (next, words) => {
      const former = entered.typed;
      setEntered((now) => ({ ...now, typed: next }));
      say(words, () => setEntered((now) => ({ ...now, typed: former })));
    },
    conflict: moved && dirty,
    version: base.version,
    settle: (award) => setBase(baseOf(award)),
    discard: () => {
      const former = { base, entered };
      setBase(baseOf(saved));
      setEntered(enteredOf(saved));
      setRestored(false);
      say(t('discarded'), () => {
        setBase(former.base);
        setEntered(former.entered);
      });
    },
    allocations: () =>
      ground.comparison.lines.flatMap((line) =>
        ground.comparison.cooperatives.flatMap((quote) => {
          const quantity = quantityOf(entered.typed[cellKey(line.requestLineId, quote.quoteId)] ?? '');
          return quantity
            ? [
                {
                  requestLineId: line.requestLineId,
                  quoteId: quote.quoteId,
                  quantity: toText(quantity, places.quantity),
                },
              ]
            : [];
        }),
      ),
  };
}
