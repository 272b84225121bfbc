import { Module } from '@nestjs/common';
import {
  ApiKeyAccountController,
  FactorAccountController,
  FactorMemberController,
  IdentityModule,
  MemberAccountController,
  OrganisationAccountController,
  ProfileAccountController,
  ProofAccountController,
  SessionAccountController,
} from '#identity';
import { MessageAccountController, NotificationsModule } from '#notifications';
import { AuditLogAccountController } from '../operations/audit-log.account.controller.js';
import { LiveAccountController } from '../operations/live.account.controller.js';

/** `/v1/account`: what is a signed-in person's own, whatever their organisation is. */
@Module({
  imports: [IdentityModule, NotificationsModule],
  controllers: [
    SessionAccountController,
    ProofAccountController,
    FactorAccountController,
    ProfileAccountController,
    OrganisationAccountController,
    MemberAccountController,
    FactorMemberController,
    ApiKeyAccountController,
    MessageAccountController,
    AuditLogAccountController,
    LiveAccountController,
  ],
})
export class AccountDoor {}
