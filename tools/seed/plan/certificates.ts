import type { BodyFacts, CooperativeFacts } from '../catalogue/index.js';
import type { Random } from '../random.js';
import { certificateCourse } from './certificate-course.js';
import { day, type Moment } from './moments.js';

export const certificateEnds = [
  'draft',
  'submitted',
  'in_review',
  'action_required',
  'proposed',
  'granted',
  'refused',
  'suspended',
  'withdrawn',
  'expired',
] as const;
export type CertificateEnd = (typeof certificateEnds)[number];

export interface EvidencePlan {
  kind: 'pdf' | 'png';
  name: string;
  title: string;
  note: string;
}

/** A criterion that was not found met: which of the scheme's, how, and what the officer wrote. */
export interface WeakFinding {
  criterion: number;
  verdict: 'partly_met' | 'not_met' | 'not_applicable';
  note: string;
}

/** What happens to a certificate, in order. `by` is one of the body's people: leads first, then officers. */
export type CertificateAct = { at: Moment } & (
  | { act: 'draft' }
  | { act: 'evidence'; files: readonly EvidencePlan[] }
  | { act: 'submit' }
  | { act: 'take_up'; by: number }
  | { act: 'note'; by: number; weak: readonly WeakFinding[] }
  | { act: 'ask_action'; by: number; reason: string }
  | {
      act: 'propose';
      by: number;
      verdict: 'grant' | 'refuse';
      reason: string | null;
      validFrom: string | null;
      validUntil: string | null;
    }
  | { act: 'return'; by: number; reason: string }
  | { act: 'confirm'; by: number }
  | { act: 'suspend'; by: number; reason: string }
  | { act: 'reinstate'; by: number; reason: string }
  | { act: 'withdraw'; by: number; reason: string }
);

export interface CertificatePlan {
  cooperative: number;
  scheme: string;
  body: number;
  scope: string;
  externalNumber: string | null;
  end: CertificateEnd;
  acts: readonly CertificateAct[];
}

/** Someone of a body who must not judge a cooperative. */
export interface ConflictPlan {
  body: number;
  by: number;
  cooperative: number;
  reason: string;
  at: Moment;
}

/** Cooperatives whose main certificate is not simply granted, so that each state is to be seen. */
const mainEnds: Readonly<Record<number, CertificateEnd>> = {
  17: 'suspended',
  23: 'expired',
  31: 'withdrawn',
  39: 'refused',
  44: 'action_required',
  47: 'in_review',
  50: 'submitted',
  53: 'draft',
  56: 'proposed',
};

const otherEnds = [
  ['granted', 50],
  ['submitted', 6],
  ['in_review', 8],
  ['action_required', 8],
  ['proposed', 7],
  ['refused', 5],
  ['expired', 6],
  ['suspended', 4],
  ['withdrawn', 3],
  ['draft', 5],
] as const;

/** The schemes that the portal knows the terms of; others last a year. */
const termDays: Readonly<Record<string, number>> = { SA8000: 1_095, BCORP: 1_095, 'FSC-COC': 1_825 };

/** Every cooperative's certificates: the first granted early for most, the others in every state. */
export function planCertificates(world: {
  cooperatives: readonly CooperativeFacts[];
  bodies: readonly BodyFacts[];
  /** When each cooperative has come in. */
  joined: readonly Moment[];
  now: Moment;
  random: Random;
}): { certificates: CertificatePlan[]; conflicts: ConflictPlan[] } {
  const certificates = world.cooperatives.flatMap((facts, cooperative) =>
    facts.schemes.map((scheme, index) => {
      const random = world.random.fork(`certificate ${facts.domain} ${scheme}`);
      const body = ofAsia(facts.country) ? 1 % world.bodies.length : 0;
      const end = index === 0 ? (mainEnds[cooperative] ?? 'granted') : random.weighted(otherEnds);
      const judges = (world.bodies[body]?.leads.length ?? 0) + (world.bodies[body]?.officers.length ?? 0);
      const acts = certificateCourse({
        facts,
        scheme,
        end,
        main: index === 0,
        leads: world.bodies[body]?.leads.length ?? 1,
        judges,
        joined: world.joined[cooperative] ?? world.now,
        now: world.now,
        termDays: termDays[scheme] ?? 365,
        random,
      });
      return {
        cooperative,
        scheme,
        body,
        scope: scopeOf(facts),
        externalNumber: scheme === 'ILO-FUNDAMENTAL' ? null : numberOf(scheme, random),
        end,
        acts,
      };
    }),
  );
  return { certificates, conflicts: planConflicts(world) };
}

const asia = new Set(['BD', 'ID', 'IN', 'KH', 'LK', 'NP', 'PH', 'PK', 'TH', 'TR', 'VN']);
const ofAsia = (country: string): boolean => asia.has(country);

function scopeOf(facts: CooperativeFacts): string {
  const what = facts.crafts.map((one) => one.craftCode.replaceAll('_', ' ')).join(', ');
  return `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} in ${facts.place}, ${facts.makers} makers, at home and in the workshop`;
}

function numberOf(scheme: string, random: Random): string {
  return `${scheme.split('-')[0] ?? scheme}-${random.whole(1_000, 9_999)}`;
}

function planConflicts(world: {
  cooperatives: readonly CooperativeFacts[];
  joined: readonly Moment[];
}): ConflictPlan[] {
  const at = (cooperative: number): Moment => (world.joined[cooperative] ?? 0) + day;
  // The last officer of a body, whom no course below asks to judge.
  return world.cooperatives.flatMap((facts, cooperative) =>
    facts.domain === 'mutheu-kiondo'
      ? [{ body: 0, by: 4, cooperative, at: at(cooperative), reason: 'My sister weaves there.' }]
      : facts.domain === 'bagru-thappa'
        ? [
            {
              body: 1,
              by: 4,
              cooperative,
              at: at(cooperative),
              reason: 'I advised their design workshop until last year and was paid for it.',
            },
          ]
        : [],
  );
}
