import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CertificateApplicationService } from './certificate/certificate-application.service.js';
import { CertificateDecisionService } from './certificate/certificate-decision.service.js';
import { CertificateEvidenceService } from './certificate/certificate-evidence.service.js';
import { CertificateReviewService } from './certificate/certificate-review.service.js';
import { CertificateJobs } from './certificate/certificate.jobs.js';
import { Certificates } from './certificate/certificate.queries.js';
import { complianceEntities } from './compliance.entities.js';
import { ConflictService } from './conflict/conflict.service.js';
import { Schemes } from './scheme/scheme.queries.js';

const services = [
  Schemes,
  Certificates,
  CertificateApplicationService,
  CertificateEvidenceService,
  CertificateReviewService,
  CertificateDecisionService,
  ConflictService,
];

/** Who vouches for how goods are made: schemes, certificates, evidence, review and the decision by two people. */
@Module({
  imports: [TypeOrmModule.forFeature(complianceEntities)],
  providers: services,
  exports: services,
})
export class ComplianceModule {}

/** What the worker does for this context. */
@Module({ providers: [CertificateJobs], exports: [CertificateJobs] })
export class ComplianceJobsModule {}
