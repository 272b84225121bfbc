import { Module } from '@nestjs/common';
import { CertificatePublicController, ComplianceModule, SchemePublicController } from '#compliance';
import {
  CooperativePublicController,
  CraftPublicController,
  DirectoryModule,
  PhotoPublicController,
  ProductPublicController,
  ShowcasePublicController,
} from '#directory';
import {
  IdentityModule,
  InvitationPublicController,
  OrganisationPublicController,
  PasswordResetPublicController,
  SessionPublicController,
} from '#identity';
import { OrderingModule, VerificationPublicController } from '#ordering';
import { HealthPublicController } from '../operations/health.public.controller.js';
import { SignInFigures } from '../operations/sign-in-figures.js';

/** `/v1/public`: anyone, without signing in. */
@Module({
  imports: [IdentityModule, ComplianceModule, DirectoryModule, OrderingModule],
  controllers: [
    HealthPublicController,
    SessionPublicController,
    PasswordResetPublicController,
    InvitationPublicController,
    OrganisationPublicController,
    SchemePublicController,
    CertificatePublicController,
    CraftPublicController,
    CooperativePublicController,
    ProductPublicController,
    ShowcasePublicController,
    PhotoPublicController,
    VerificationPublicController,
  ],
  providers: [SignInFigures],
})
export class PublicDoor {}
