import { useLocalStorage } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { client, type Schemas } from '@/api/client';
import { type Certificate, useTakeCertificate } from './use-act';

export type Verdict = Schemas['CriterionFinding']['verdict'];
export const verdicts = ['met', 'partly_met', 'not_met', 'not_applicable'] as const satisfies Verdict[];

export interface Finding {
  verdict: Verdict | null;
  note: string;
}

/** What was found and is not sent yet is kept on this device: closing the page loses nothing. */
export function useFindings(certificate: Certificate) {
  const take = useTakeCertificate();
  const [draft, setDraft] = useLocalStorage<Record<string, Finding>>({
    key: `weftway.findings.${certificate.id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const savedOf = (code: string): Finding => {
    const found = certificate.findings.find(({ criterionCode }) => criterionCode === code);
    return { verdict: found?.verdict ?? null, note: found?.note ?? '' };
  };
  const of = (code: string): Finding => draft[code] ?? savedOf(code);
  const isChanged = (code: string): boolean => {
    const saved = savedOf(code);
    const now = of(code);
    return now.verdict !== saved.verdict || now.note.trim() !== saved.note;
  };
  const changed = certificate.criteria.map(({ code }) => code).filter(isChanged);
  const save = useMutation({
    mutationFn: async () => {
      const findings = changed.flatMap((criterionCode) => {
        const { verdict, note } = of(criterionCode);
        return verdict === null ? [] : [{ criterionCode, verdict, note: note.trim() || null }];
      });
      if (findings.length === 0) {
        return certificate;
      }
      const { data } = await client.PUT('/v1/compliance/certificates/{id}/findings', {
        params: { path: { id: certificate.id } },
        body: { findings },
      });
      return data;
    },
    onSuccess: (saved) => {
      take(saved);
      // A note without a verdict cannot be sent: it stays.
      setDraft((now) => Object.fromEntries(Object.entries(now).filter(([, one]) => one.verdict === null)));
    },
  });
  return {
    of,
    changed,
    isChanged,
    /** Those without a verdict. */
    open: certificate.criteria.map(({ code }) => code).filter((code) => of(code).verdict === null),
    set: (code: string, part: Partial<Finding>): void =>
      setDraft((now) => ({ ...now, [code]: { ...(now[code] ?? savedOf(code)), ...part } })),
    /** Marks every criterion that has no verdict; the answer takes it back. */
    markOpenMet: (): (() => void) => {
      const before = draft;
      const marks = certificate.criteria
        .map(({ code }) => code)
        .filter((code) => of(code).verdict === null)
        .map((code) => [code, { ...of(code), verdict: 'met' as const }] as const);
      setDraft((now) => ({ ...now, ...Object.fromEntries(marks) }));
      return () => setDraft(before);
    },
    save,
  };
}

export type Findings = ReturnType<typeof useFindings>;
