import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import type { Comparison } from '../comparison/compared';
import { AwardReview } from './award-review';
import { AwardStrip } from './award-strip';
import { AwardSummary } from './award-summary';
import { ConflictNotice } from './conflict-notice';
import { LineList, type LineListHandle } from './line-list';
import { type Award, groundOf, type Request } from './plan';
import { RestoredNotice } from './restored-notice';
import { ScenarioCards } from './scenario-cards';
import { useAwardPlan } from './use-award-plan';
import { isConflict, refusalsByCell, useSaveAward } from './use-save-award';
import styles from './award-editor.module.css';

/** Which cooperative makes how much of each line. Nothing is issued here before it was looked at once more. */
export function AwardEditor(props: { comparison: Comparison; request: Request; saved: Award | null }) {
  const { t } = useTranslation('trade');
  const { comparison, request, saved } = props;
  const { splitWelcome, moreThanAsked } = request;
  const ground = useMemo(
    () => groundOf(comparison, { splitWelcome, moreThanAsked }),
    [comparison, splitWelcome, moreThanAsked],
  );
  const planning = useAwardPlan(ground, saved);
  const { plan, entered, dirty } = planning;
  const saving = useSaveAward(request.id, saved, planning);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [reviewed, setReviewed] = useState<Award | null>(null);
  const list = useRef<LineListHandle>(null);

  const { give } = planning;
  const giveHere = useCallback(
    (key: string, text: string) => {
      give(key, text);
      // A reason that the server gave holds until what it is about changes.
      setRefusals((now) => (now.has(key) ? new Map([...now].filter(([other]) => other !== key)) : now));
    },
    [give],
  );

  async function save(over = false): Promise<Award | null> {
    if (planning.conflict && !over) {
      window.scrollTo({ top: 0 });
      return null;
    }
    if (plan.firstBreach !== null) {
      list.current?.reveal(plan.firstBreach);
      return null;
    }
    const allocations = planning.allocations();
    try {
      const award = await saving.mutateAsync({ allocations, reason: entered.reason, over });
      setRefusals(new Map());
      return award;
    } catch (error) {
      const found = refusalsByCell(error, allocations);
      setRefusals(found);
      const line = [...found.keys()][0]?.split(' ')[0];
      if (line) {
        list.current?.reveal(line);
      }
      return null;
    }
  }

  async function saveDraft(): Promise<void> {
    if (await save()) {
      say(t('draftSaved'));
    }
  }

  async function review(): Promise<void> {
    const award = dirty || !saved ? await save() : saved;
    setReviewed(award);
  }

  // Ctrl+S saves, as in any editor.
  const keys = useRef(saveDraft);
  keys.current = saveDraft;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        void keys.current();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  // Rules that are known here, and reasons that only the server knew, are mended at their places alike.
  const toMend = {
    count: plan.breaches + [...refusals.values()].reduce((sum, reasons) => sum + reasons.length, 0),
    line: plan.firstBreach ?? [...refusals.keys()][0]?.split(' ')[0] ?? null,
  };

  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        {planning.restored && <RestoredNotice onDiscard={planning.discard} />}
        {planning.conflict && (
          <ConflictNotice
            onMine={() => void save(true)}
            onTheirs={() => {
              planning.discard();
              saving.reset();
            }}
          />
        )}
        <ScenarioCards ground={ground} plan={plan} onChoose={planning.replaceAll} />
        <LineList
          ref={list}
          ground={ground}
          plan={plan}
          typed={entered.typed}
          refusals={refusals}
          onGive={giveHere}
        />
        <AwardStrip ground={ground} plan={plan} />
      </div>
      <AwardSummary
        ground={ground}
        plan={plan}
        toMend={toMend}
        saved={dirty ? null : saved}
        drafted={saved}
        dirty={dirty}
        reason={entered.reason}
        onReason={planning.explain}
        busy={saving.isPending}
        problem={
          saving.isError && !isConflict(saving.error) && refusals.size === 0 ? (
            <ProblemNotice error={saving.error} />
          ) : null
        }
        onReveal={(lineId) => list.current?.reveal(lineId)}
        onSave={() => void saveDraft()}
        onReview={() => void review()}
      />
      {reviewed && (
        <AwardReview
          award={reviewed}
          plan={plan}
          onClose={() => setReviewed(null)}
          onRefused={(error) => {
            setRefusals(refusalsByCell(error, reviewed.allocations));
          }}
        />
      )}
    </div>
  );
}
