import { Module } from '@nestjs/common';
import { FactorAdminController, IdentityModule, OrganisationAdminController } from '#identity';
import { OperationsAdminController } from '../operations/operations.admin.controller.js';
import { NotificationsModule, WorkAdminController } from '#notifications';

/** `/v1/admin`: the platform's administrators. */
@Module({
  imports: [IdentityModule, NotificationsModule],
  controllers: [
    OrganisationAdminController,
    FactorAdminController,
    OperationsAdminController,
    WorkAdminController,
  ],
})
export class AdminDoor {}
