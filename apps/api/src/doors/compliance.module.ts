import { Module } from '@nestjs/common';
import {
  CertificateDecisionController,
  CertificateReviewController,
  ComplianceModule,
  ConflictComplianceController,
  ExpiryComplianceController,
} from '#compliance';

/** `/v1/compliance`: assurance bodies. */
@Module({
  imports: [ComplianceModule],
  controllers: [
    CertificateReviewController,
    CertificateDecisionController,
    ExpiryComplianceController,
    ConflictComplianceController,
  ],
})
export class ComplianceDoor {}
