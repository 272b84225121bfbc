import { CertificateDecision } from './certificate/certificate-decision.entity.js';
import { CertificateEvidence } from './certificate/certificate-evidence.entity.js';
import { CertificateFinding } from './certificate/certificate-finding.entity.js';
import { Certificate } from './certificate/certificate.entity.js';
import { ConflictOfInterest } from './conflict/conflict-of-interest.entity.js';
import { Criterion } from './scheme/criterion.entity.js';
import { Scheme } from './scheme/scheme.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const complianceEntities = [
  Scheme,
  Criterion,
  Certificate,
  CertificateEvidence,
  CertificateFinding,
  CertificateDecision,
  ConflictOfInterest,
];
