import {
  CertificateApplicationService,
  CertificateDecisionService,
  CertificateEvidenceService,
  CertificateReviewService,
  ConflictService,
} from '#compliance';
import type { PersonActor } from '#platform';
import type { Story } from '../history.js';
import { evidencePdf, labelPicture } from '../pictures/evidence-paper.js';
import type { CertificateAct, CertificatePlan, ConflictPlan, EvidencePlan } from '../plan/certificates.js';
import { dayText } from '../plan/moments.js';
import { upload, type World } from '../world.js';
import type { Body, Cast, Cooperative } from '../cast.js';

/** A certificate from the draft to where it is today. */
export async function* certificateStory(world: World, cast: Cast, plan: CertificatePlan): Story {
  let id: string | null = null;
  let version = 1;
  for (const act of plan.acts) {
    yield act.at;
    const cooperative = cast.cooperatives[plan.cooperative];
    const body = cast.bodies[plan.body];
    const scheme = cast.schemes.get(plan.scheme);
    if (!cooperative || !body || !scheme) {
      throw new Error(`${plan.scheme} of cooperative ${plan.cooperative}: someone has not come in yet`);
    }
    if (id === null) {
      const drafted = await world.get(CertificateApplicationService).draft(cooperative.manager.actor, {
        schemeId: scheme.id,
        assuranceId: body.id,
        scope: plan.scope,
        externalNumber: plan.externalNumber,
      });
      ({ id, version } = drafted);
    } else {
      version = await perform(world, { id, version }, act, { cooperative, body, criteria: scheme.criteria });
    }
  }
}

/** Someone of a body says whom they will not judge. */
export async function* conflictStory(world: World, cast: Cast, plan: ConflictPlan): Story {
  yield plan.at;
  const cooperative = cast.cooperatives[plan.cooperative];
  const judge = cast.bodies[plan.body]?.people[plan.by];
  if (cooperative && judge) {
    await world
      .get(ConflictService)
      .declare(judge.actor, { cooperativeId: cooperative.id, reason: plan.reason });
  }
}

interface Around {
  cooperative: Cooperative;
  body: Body;
  criteria: readonly string[];
}

/** @returns the certificate's version after the act */
async function perform(
  world: World,
  { id, version }: { id: string; version: number },
  act: CertificateAct,
  around: Around,
): Promise<number> {
  const reviews = world.get(CertificateReviewService);
  const decisions = world.get(CertificateDecisionService);
  const manager = around.cooperative.manager.actor;
  const judge = 'by' in act ? judgeOf(around.body, act.by) : manager;
  const after = async (): Promise<{ version: number }> => {
    switch (act.act) {
      case 'draft':
        return { version };
      case 'evidence':
        return addPapers(world, id, act.files, around, act.at);
      case 'submit':
        return world.get(CertificateApplicationService).submit(manager, id, version);
      case 'take_up':
        return reviews.takeUp(judge, id, version);
      case 'note':
        return reviews.note(judge, id, findingsOf(act.weak, around.criteria));
      case 'ask_action':
        return reviews.askForAction(judge, id, version, act.reason);
      case 'propose':
        return decisions.propose(judge, id, version, act);
      case 'confirm':
        return decisions.confirm(judge, id, version);
      case 'return':
      case 'suspend':
      case 'reinstate':
      case 'withdraw':
        return decisions[act.act](judge, id, version, act.reason);
    }
  };
  return (await after()).version;
}

function judgeOf(body: Body, place: number): PersonActor {
  const judge = body.people[place];
  if (!judge) {
    throw new Error(`${body.facts.name} has no person ${place}`);
  }
  return judge.actor;
}

/** Every criterion met but those that were found weak. */
function findingsOf(
  weak: Extract<CertificateAct, { act: 'note' }>['weak'],
  criteria: readonly string[],
): Parameters<CertificateReviewService['note']>[2] {
  return criteria.map((criterionCode, index) => {
    const found = weak.find((one) => one.criterion % criteria.length === index);
    return found
      ? { criterionCode, verdict: found.verdict, note: found.note }
      : { criterionCode, verdict: 'met' };
  });
}

async function addPapers(
  world: World,
  id: string,
  files: readonly EvidencePlan[],
  around: Around,
  at: number,
): Promise<{ version: number }> {
  let version = 1;
  for (const file of files) {
    ({ version } = await world
      .get(CertificateEvidenceService)
      .add(around.cooperative.manager.actor, id, await paper(file, around, at)));
  }
  return { version };
}

async function paper(file: EvidencePlan, around: Around, at: number): Promise<ReturnType<typeof upload>> {
  const { name } = around.cooperative.facts;
  return file.kind === 'pdf'
    ? upload(
        file.name,
        'application/pdf',
        await evidencePdf({ title: file.title, organisation: name, note: file.note, day: dayText(at) }),
        { note: file.title },
      )
    : upload(file.name, 'image/png', await labelPicture(file.title, file.note), { note: file.note });
}
