import { Module } from '@nestjs/common';
import { IdentityModule, OrganisationAdminController } from '#identity';
import { OperationsAdminController } from '../operations/operations.admin.controller.js';

/** `/v1/admin`: the platform's administrators. */
@Module({
  imports: [IdentityModule],
  controllers: [OrganisationAdminController, OperationsAdminController],
})
export class AdminDoor {}
