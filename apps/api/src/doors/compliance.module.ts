import { Module } from '@nestjs/common';
import {
  CertificateDecisionController,
  CertificateReviewController,
  ComplianceModule,
  ConflictComplianceController,
  ExpiryComplianceController,
} from '#compliance';
import { NotificationsModule, WorkComplianceController } from '#notifications';

/** `/v1/compliance`: assurance bodies. */
@Module({
  imports: [ComplianceModule, NotificationsModule],
  controllers: [
    CertificateReviewController,
    CertificateDecisionController,
    ExpiryComplianceController,
    ConflictComplianceController,
    WorkComplianceController,
  ],
})
export class ComplianceDoor {}
