import type { CooperativeFacts } from '../catalogue/index.js';
import type { Random } from '../random.js';
import type { CertificateAct, CertificateEnd, EvidencePlan, WeakFinding } from './certificates.js';
import { day, dayText, hour, type Moment } from './moments.js';

interface Application {
  facts: CooperativeFacts;
  scheme: string;
  end: CertificateEnd;
  /** The cooperative's first certificate, applied for as soon as it has come in. */
  main: boolean;
  leads: number;
  judges: number;
  joined: Moment;
  now: Moment;
  termDays: number;
  random: Random;
}

/** An act without its moment, and how long after the one before. */
type Step = { after: number } & (CertificateAct extends infer Act
  ? Act extends CertificateAct
    ? Omit<Act, 'at'>
    : never
  : never);

const open: readonly CertificateEnd[] = ['draft', 'submitted', 'in_review', 'action_required', 'proposed'];

/** How a certificate came to where it is. What is open now is counted back from now, what was decided on from the beginning. */
export function certificateCourse(application: Application): CertificateAct[] {
  const steps = stepsTo(application);
  const length = steps.reduce((sum, step) => sum + step.after, 0);
  const { random, joined, now } = application;
  const latest = now - length;
  const first = open.includes(application.end)
    ? latest - random.between(0.2 * day, 4 * day)
    : application.main
      ? joined + random.between(hour, 4 * day)
      : joined + random.between(day, Math.max(2 * day, latest - joined - 75 * day));
  const acts: CertificateAct[] = [];
  let at = Math.max(first, joined + hour);
  for (const { after, ...act } of steps) {
    at += after;
    acts.push({ at, ...act });
  }
  return endedCourse(application, acts);
}

function stepsTo({ facts, scheme, end, leads, judges, random }: Application): Step[] {
  // Whoever comes last in the body judges nothing here: they are the one in conflict.
  const officer = leads + random.whole(0, Math.max(0, judges - leads - 2));
  const second = random.chance(0.5) ? 0 : leads + ((officer - leads + 1) % Math.max(1, judges - leads - 1));
  const wait = (least: number, most: number): number => random.between(least, most) * day;
  const weak = weaknesses(random);
  const begun: Step[] = [
    { after: 0, act: 'draft' },
    { after: wait(0.3, 1), act: 'evidence', files: evidenceOf(facts, scheme, random) },
  ];
  if (end === 'draft') {
    return begun;
  }
  const sent: Step[] = [...begun, { after: wait(0.3, 2), act: 'submit' }];
  if (end === 'submitted') {
    return sent;
  }
  const taken: Step[] = [...sent, { after: wait(0.5, 3), act: 'take_up', by: officer }];
  if (end === 'in_review') {
    return random.chance(0.6)
      ? [...taken, { after: wait(0.3, 2), act: 'note', by: officer, weak: [] }]
      : taken;
  }
  const asked: Step[] = [
    ...taken,
    { after: wait(0.3, 2), act: 'note', by: officer, weak: [weak] },
    {
      after: wait(0.3, 1),
      act: 'ask_action',
      by: officer,
      reason: `${weak.note} Please send what shows it.`,
    },
  ];
  if (end === 'action_required') {
    return asked;
  }
  if (end === 'refused') {
    return [
      ...taken,
      { after: wait(0.5, 2), act: 'note', by: officer, weak: [{ ...weak, verdict: 'not_met' }] },
      {
        after: wait(0.5, 2),
        act: 'propose',
        by: officer,
        verdict: 'refuse',
        reason: `${weak.note} It was asked for twice and did not come.`,
        validFrom: null,
        validUntil: null,
      },
      { after: wait(0.4, 2), act: 'confirm', by: second },
    ];
  }
  const answered: Step[] = random.chance(0.25)
    ? [
        ...asked,
        { after: wait(1, 3), act: 'evidence', files: [answerTo(weak)] },
        { after: wait(0.3, 1), act: 'submit' },
        { after: wait(0.5, 2), act: 'note', by: officer, weak: [] },
      ]
    : [...taken, { after: wait(0.5, 3), act: 'note', by: officer, weak: [] }];
  const propose = (after: number): Step => ({
    after,
    act: 'propose',
    by: officer,
    verdict: 'grant',
    reason: 'Evidence covers every criterion.',
    validFrom: null,
    validUntil: null,
  });
  if (end === 'proposed') {
    return [...answered, propose(wait(0.3, 1))];
  }
  const returned: Step[] = random.chance(0.1)
    ? [
        propose(wait(0.3, 1)),
        {
          after: wait(0.3, 1),
          act: 'return',
          by: second,
          reason: 'The date of the wage records is missing.',
        },
        { after: wait(0.3, 1), act: 'note', by: officer, weak: [] },
      ]
    : [];
  return [
    ...answered,
    ...returned,
    propose(wait(0.3, 1)),
    { after: wait(0.3, 2), act: 'confirm', by: second },
  ];
}

/** What came after the grant. */
function endedCourse(
  { end, now, termDays, random }: Application,
  acts: readonly CertificateAct[],
): CertificateAct[] {
  const granted = acts.findLast((act) => act.act === 'confirm');
  if (!granted || end === 'refused') {
    return [...acts];
  }
  const from = granted.at;
  // Some come with a certificate of the scheme's owner that has run for a while.
  const lastDay =
    end === 'expired'
      ? now - random.between(4, 45) * day
      : from + Math.max(termDays - random.pick([0, 0, 0, 60, 120]), 60) * day;
  const validUntil = dayText(Math.max(lastDay, end === 'expired' ? from + 2 * day : now + 20 * day));
  const withTerm = acts.map((act) =>
    act.act === 'propose' && act.verdict === 'grant'
      ? { ...act, validFrom: dayText(act.at), validUntil }
      : act,
  );
  const later = (share: number): Moment => from + (now - from) * share;
  if (end === 'suspended') {
    const at = Math.max(from + day, now - random.between(0.5, 20) * day);
    const reason = 'A visit found work at a site that was not declared. Suspended until it is clear.';
    return [...withTerm, { at, act: 'suspend', by: 0, reason }];
  }
  if (end === 'withdrawn') {
    const reason = 'The cooperative asked for it: it no longer works under this scheme.';
    return [...withTerm, { at: later(random.between(0.6, 0.95)), act: 'withdraw', by: 0, reason }];
  }
  if (end === 'granted' && random.chance(0.06)) {
    const at = later(0.5);
    return [
      ...withTerm,
      { at, act: 'suspend', by: 0, reason: 'A concern was raised about hours in the peak season.' },
      {
        at: at + random.between(3, 10) * day,
        act: 'reinstate',
        by: 0,
        reason: 'Time sheets and interviews show no more than 48 hours.',
      },
    ];
  }
  return withTerm;
}

function weaknesses(random: Random): WeakFinding {
  const note = random.pick([
    'Wage records of the home-based makers are missing for the last quarter.',
    'The fire extinguisher in the store is past its date.',
    'The list of makers has no ages for eleven of them.',
    'Minutes of the members’ meeting do not show how prices were agreed.',
    'There is no record that dyers were given gloves and masks.',
    'The grievance box has no key holder other than the manager.',
  ]);
  return { criterion: random.whole(0, 15), verdict: random.pick(['partly_met', 'not_met']), note };
}

const papers = [
  ['wage-records.pdf', 'Wage records of the last quarter', 'Signed by each maker'],
  ['members-minutes.pdf', 'Minutes of the members’ meeting', 'Prices and surplus, agreed by vote'],
  ['register-of-makers.pdf', 'Register of makers', 'Names are held at the office; ages and villages here'],
  ['safety-round.pdf', 'Safety round of workshop and store', 'With the date of each extinguisher'],
  ['water-test.pdf', 'Test of water from the dye house', 'Sample taken by the district laboratory'],
  ['owner-certificate.pdf', 'Certificate of the scheme’s owner', 'As received'],
] as const;

function evidenceOf(facts: CooperativeFacts, scheme: string, random: Random): EvidencePlan[] {
  const files: EvidencePlan[] = random.some(papers, random.whole(1, 2)).map(([name, title, note]) => ({
    kind: 'pdf',
    name: `${scheme.toLowerCase()}-${name}`,
    title: `${title}, ${facts.place}`,
    note,
  }));
  return random.chance(0.35)
    ? [
        ...files,
        {
          kind: 'png',
          name: 'workshop-label.png',
          title: facts.name,
          note: 'The label that goes on each piece',
        },
      ]
    : files;
}

function answerTo(weak: WeakFinding): EvidencePlan {
  return { kind: 'pdf', name: 'corrective-action.pdf', title: 'Corrective action', note: weak.note };
}
