import { type Finding, found, own } from './victim.js';

const certificate = (state: string): string =>
  `select assurance_id as owner, id, version from certificate where state = '${state}'`;
const reason = () => ({ body: { reason: 'For a reason that is written down' } });

export const complianceReads: Readonly<Record<string, Finding>> = {
  '/v1/compliance/certificates/{id}/evidence/{fileId}': found(
    'officer',
    `select c.assurance_id as owner, c.id, e.file_id as "fileId" from certificate_evidence e join certificate c on c.id = e.certificate_id
      where c.state = 'in_review'`,
  ),
  '/v1/compliance/certificates/{id}': found('lead', certificate('granted')),
  '/v1/compliance': own('lead'),
};

export const complianceChanges: Readonly<Record<string, Finding>> = {
  'POST /v1/compliance/certificates/{id}/review': found('officer', certificate('submitted')),
  'PUT /v1/compliance/certificates/{id}/findings': found('officer', certificate('in_review'), () => ({
    body: { findings: [{ criterionCode: '1', verdict: 'met', note: 'Seen' }] },
  })),
  'POST /v1/compliance/certificates/{id}/action-request': found('officer', certificate('in_review'), reason),
  'POST /v1/compliance/certificates/{id}/proposal': found('officer', certificate('in_review'), () => ({
    body: { verdict: 'grant' },
  })),
  'POST /v1/compliance/certificates/{id}/return': found('lead', certificate('proposed'), reason),
  'POST /v1/compliance/certificates/{id}/confirmation': found('lead', certificate('proposed')),
  'POST /v1/compliance/certificates/{id}/reinstatement': found('lead', certificate('suspended'), reason),
  'POST /v1/compliance/certificates/{id}/suspension': found('lead', certificate('granted'), reason),
  'POST /v1/compliance/certificates/{id}/withdrawal': found('lead', certificate('suspended'), reason),
  'POST /v1/compliance/conflicts': own('officer', (world) => ({
    body: { cooperativeId: world.victims.cooperative, reason: 'A cousin weaves there' },
  })),
};
