import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { RequestInvitations } from './invitation/invitation.queries.js';
import { RequestInvitationService } from './invitation/invitation.service.js';
import { DeadlineJobs } from './request/deadline.jobs.js';
import { RequestLines } from './request/request-lines.js';
import { RequestPublication } from './request/request-publication.service.js';
import { Requests } from './request/request.queries.js';
import { RequestService } from './request/request.service.js';
import { sourcingEntities } from './sourcing.entities.js';

const services = [
  Requests,
  RequestService,
  RequestLines,
  RequestPublication,
  RequestInvitations,
  RequestInvitationService,
];

/** Bulk requests from draft to deadline, and who is invited to them. */
@Module({
  imports: [TypeOrmModule.forFeature(sourcingEntities), IdentityModule, DirectoryModule],
  providers: services,
  exports: services,
})
export class SourcingModule {}

@Module({ imports: [SourcingModule], providers: [DeadlineJobs], exports: [DeadlineJobs] })
export class SourcingJobsModule {}
