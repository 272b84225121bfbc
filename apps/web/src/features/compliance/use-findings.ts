import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { client, type Schemas } from '@/api/client';
import { Problem, Unreachable } from '@/api/problem';
import { type Certificate, certificateQuery, useTakeCertificate } from './use-act';

export type Verdict = NonNullable<Schemas['CriterionFinding']['verdict']>;
export const verdicts = ['met', 'partly_met', 'not_met', 'not_applicable'] as const satisfies Verdict[];

export interface Finding {
  verdict: Verdict | null;
  note: string;
}
/** @property replaces when the finding was noted that this one was begun from; null where there was none */
type Draft = Finding & { replaces: string | null };
type Drafts = Readonly<Record<string, Draft>>;

/** After the last key or click. */
const settleMs = 700;
/** Between tries while the line is lost. */
const againMs = 5_000;

const noted = ({ findings }: Certificate, code: string) =>
  findings.find(({ criterionCode }) => criterionCode === code);
const savedOf = (certificate: Certificate, code: string): Finding => {
  const found = noted(certificate, code);
  return { verdict: found?.verdict ?? null, note: found?.note ?? '' };
};
const differs = (one: Finding, other: Finding): boolean =>
  one.verdict !== other.verdict || one.note.trim() !== other.note;
const startOf = (certificate: Certificate, code: string): string | null =>
  noted(certificate, code)?.checkedAt ?? null;

/** A note without a verdict cannot be sent, and what another officer noted meanwhile is not written over. */
function sendable(certificate: Certificate, drafts: Drafts): [string, Draft][] {
  return Object.entries(drafts).filter(
    ([code, draft]) =>
      differs(draft, savedOf(certificate, code)) &&
      draft.replaces === startOf(certificate, code) &&
      (draft.verdict !== null || draft.replaces !== null),
  );
}

/** What was found is sent a moment later, and until then kept on this device: closing the page loses nothing. */
export function useFindings(certificate: Certificate, editable: boolean) {
  const { id } = certificate;
  const take = useTakeCertificate();
  const queries = useQueryClient();
  const [drafts, setDrafts] = useLocalStorage<Drafts>({
    key: `weftway.findings.${id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  // What is sent is what stands there when its turn comes, which may be before the next drawing.
  const now = useRef(drafts);
  const change = (to: (drafts: Drafts) => Drafts): void => {
    now.current = to(now.current);
    setDrafts(now.current);
  };
  const asRead = (): Certificate =>
    queries.getQueryData<Certificate>(certificateQuery(id).queryKey) ?? certificate;
  const save = useMutation({
    scope: { id: `findings ${id}` },
    mutationFn: async () => {
      const read = asRead();
      const sent = sendable(read, now.current);
      if (sent.length === 0) {
        return read;
      }
      const { data } = await client.PUT('/v1/compliance/certificates/{id}/findings', {
        params: { path: { id } },
        body: {
          findings: sent.map(([criterionCode, { verdict, note, replaces }]) => ({
            criterionCode,
            verdict,
            note: note.trim() || null,
            replaces,
          })),
        },
      });
      const saved = data as Certificate;
      take(saved);
      // Who typed on meanwhile goes on from what was saved.
      change((all) => ({
        ...all,
        ...Object.fromEntries(
          sent.flatMap(([code]) => {
            const draft = all[code];
            return draft ? [[code, { ...draft, replaces: startOf(saved, code) }]] : [];
          }),
        ),
      }));
      return saved;
    },
    onError: (error) => {
      if (error instanceof Problem) {
        // Someone was faster, or it is in review no more: what is there now is read.
        void queries.invalidateQueries({ queryKey: certificateQuery(id).queryKey });
      }
    },
  });

  const of = (code: string): Finding => drafts[code] ?? savedOf(certificate, code);
  const isChanged = (code: string): boolean => differs(of(code), savedOf(certificate, code));
  const codes = certificate.criteria.map(({ code }) => code);
  const changed = codes.filter(isChanged);
  const waiting = JSON.stringify(sendable(certificate, drafts));
  const lost = save.error instanceof Unreachable;
  const refused = useRef('');
  const send = useEffectEvent(() => save.mutate(undefined, { onError: () => (refused.current = waiting) }));
  useEffect(() => {
    // What was refused is not sent again until something of it is another.
    if (!editable || waiting === '[]' || save.isPending || (!lost && refused.current === waiting)) {
      return undefined;
    }
    const timer = setTimeout(send, lost && refused.current === waiting ? againMs : settleMs);
    return () => clearTimeout(timer);
  }, [editable, waiting, lost, save.isPending]);
  const idle = Object.keys(drafts).filter((code) => !isChanged(code));
  const forget = useEffectEvent(() =>
    change((all) => Object.fromEntries(Object.entries(all).filter(([code]) => !idle.includes(code)))),
  );
  useEffect(() => {
    if (idle.length > 0) {
      forget();
    }
  }, [idle.length]);

  const steps = useRef<(() => void)[]>([]);
  const put = (code: string, part: Partial<Finding>): void =>
    change((all) => ({
      ...all,
      [code]: {
        // An undo comes long after the drawing that offered it.
        replaces: startOf(asRead(), code),
        ...savedOf(asRead(), code),
        ...all[code],
        ...part,
      },
    }));
  /** @returns how to take it back */
  const step = (parts: readonly (readonly [string, Partial<Finding>])[]): (() => void) => {
    const before = parts.map(([code]) => [code, of(code)] as const);
    const undo = (): void => {
      steps.current = steps.current.filter((one) => one !== undo);
      before.forEach(([code, finding]) => put(code, finding));
    };
    parts.forEach(([code, part]) => put(code, part));
    steps.current.push(undo);
    return undo;
  };
  return {
    of,
    changed,
    isChanged,
    /** Those without a verdict. */
    open: codes.filter((code) => of(code).verdict === null),
    /** Noted by someone else while it was noted here. */
    isContested: (code: string): boolean =>
      isChanged(code) && drafts[code]?.replaces !== startOf(certificate, code),
    keepMine: (code: string): void =>
      change((all) => {
        const draft = all[code];
        return draft ? { ...all, [code]: { ...draft, replaces: startOf(certificate, code) } } : all;
      }),
    takeTheirs: (code: string): void =>
      change((all) => Object.fromEntries(Object.entries(all).filter(([one]) => one !== code))),
    set: (code: string, part: Partial<Finding>): void => {
      // Typing has its own undo, in the text.
      if (part.verdict === undefined) {
        put(code, part);
      } else {
        step([[code, part]]);
      }
    },
    /** Marks every criterion that has no verdict; the answer takes it back. */
    markOpenMet: (): (() => void) =>
      step(codes.filter((code) => of(code).verdict === null).map((code) => [code, { verdict: 'met' }])),
    /** Takes the last verdict back. */
    undo: (): boolean => {
      const last = steps.current.at(-1);
      last?.();
      return last !== undefined;
    },
    save,
  };
}

export type Findings = ReturnType<typeof useFindings>;
