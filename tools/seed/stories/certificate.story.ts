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
      id = drafted.id;
    } else {
      await perform(world, id, act, { cooperative, body, criteria: scheme.criteria });
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

async function perform(world: World, id: string, act: CertificateAct, around: Around): Promise<void> {
  const applications = world.get(CertificateApplicationService);
  const reviews = world.get(CertificateReviewService);
  const decisions = world.get(CertificateDecisionService);
  const manager = around.cooperative.manager.actor;
  const judge = 'by' in act ? judgeOf(around.body, act.by) : manager;
  const version = async (): Promise<number> => (await reviews.byId(judge, id)).version;
  switch (act.act) {
    case 'draft':
      return;
    case 'evidence':
      for (const file of act.files) {
        await world.get(CertificateEvidenceService).add(manager, id, await paper(file, around, act.at));
      }
      return;
    case 'submit':
      await applications.submit(manager, id, (await applications.byId(manager, id)).version);
      return;
    case 'take_up':
      await reviews.takeUp(judge, id, await version());
      return;
    case 'note':
      await note(world, judge, id, act.weak, around.criteria);
      return;
    case 'ask_action':
      await reviews.askForAction(judge, id, await version(), act.reason);
      return;
    case 'propose':
      await decisions.propose(judge, id, await version(), act);
      return;
    case 'confirm':
      await decisions.confirm(judge, id, await version());
      return;
    case 'return':
    case 'suspend':
    case 'reinstate':
    case 'withdraw':
      await decisions[act.act](judge, id, await version(), act.reason);
  }
}

function judgeOf(body: Body, place: number): PersonActor {
  const judge = body.people[place];
  if (!judge) {
    throw new Error(`${body.facts.name} has no person ${place}`);
  }
  return judge.actor;
}

/** Every criterion met but those that were found weak. */
async function note(
  world: World,
  judge: PersonActor,
  id: string,
  weak: Extract<CertificateAct, { act: 'note' }>['weak'],
  criteria: readonly string[],
): Promise<void> {
  await world.get(CertificateReviewService).note(
    judge,
    id,
    criteria.map((criterionCode, index) => {
      const found = weak.find((one) => one.criterion % criteria.length === index);
      return found
        ? { criterionCode, verdict: found.verdict, note: found.note }
        : { criterionCode, verdict: 'met' };
    }),
  );
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
