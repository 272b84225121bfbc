import {
  CertificateApplicationService,
  CertificateDecisionService,
  CertificateEvidenceService,
  CertificateReviewService,
} from '#compliance';
import type { PersonActor, Upload } from '#platform';
import type { TestContext } from '../../support/context.js';

export const report: Upload = {
  name: 'guarantee-report.pdf',
  bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),
  mediaType: 'application/pdf',
  fields: { criterionCode: '1', note: 'The last report' },
};

/** A cooperative with its people, and two assurance bodies with theirs. */
export interface Cast {
  cooperativeId: string;
  assuranceId: string;
  schemeId: string;
  manager: PersonActor;
  maker: PersonActor;
  officer: PersonActor;
  lead: PersonActor;
  otherManager: PersonActor;
  otherLead: PersonActor;
  buyer: PersonActor;
}

export async function gather(context: TestContext): Promise<Cast> {
  const cooperativeId = await context.organisation('cooperative', { name: 'Kiondo Weavers' });
  const assuranceId = await context.organisation('assurance');
  const scheme = await context.peek<{ id: string }>(`select id from scheme where code = 'SA8000'`);
  return {
    cooperativeId,
    assuranceId,
    schemeId: scheme[0]?.id ?? '',
    manager: await context.member(cooperativeId, 'cooperative', ['manager']),
    maker: await context.member(cooperativeId, 'cooperative', ['maker']),
    officer: await context.member(assuranceId, 'assurance', ['officer']),
    lead: await context.member(assuranceId, 'assurance', ['lead']),
    otherManager: await context.member(await context.organisation('cooperative'), 'cooperative', ['manager']),
    otherLead: await context.member(await context.organisation('assurance'), 'assurance', ['lead']),
    buyer: await context.member(await context.organisation('retailer'), 'retailer', ['owner']),
  };
}

/** Takes a new certificate as far as asked, by the services alone. */
export function certifying(context: TestContext, cast: Cast) {
  const applications = context.get(CertificateApplicationService);
  const evidence = context.get(CertificateEvidenceService);
  const reviews = context.get(CertificateReviewService);
  const decisions = context.get(CertificateDecisionService);
  const draft = async (): Promise<{ id: string; version: number }> => {
    const made = await applications.draft(cast.manager, {
      schemeId: cast.schemeId,
      assuranceId: cast.assuranceId,
      scope: 'All workshops',
    });
    return evidence.add(cast.manager, made.id, report);
  };
  const inReview = async (): Promise<{ id: string; version: number }> => {
    const made = await draft();
    const sent = await applications.submit(cast.manager, made.id, made.version);
    return reviews.takeUp(cast.officer, sent.id, sent.version);
  };
  const proposed = async (): Promise<{ id: string; version: number }> => {
    const taken = await inReview();
    return decisions.propose(cast.officer, taken.id, taken.version, { verdict: 'grant' });
  };
  const granted = async (): Promise<{ id: string; version: number; reference: string }> => {
    const waiting = await proposed();
    return decisions.confirm(cast.lead, waiting.id, waiting.version);
  };
  return { applications, evidence, reviews, decisions, draft, inReview, proposed, granted };
}
