import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplianceModule } from '#compliance';
import { IdentityModule } from '#identity';
import { MailJobs } from './mail/mail.jobs.js';
import { Mailer } from './mail/mailer.js';
import { MessageJobs } from './message/message.jobs.js';
import { MessageService } from './message/message.service.js';
import { notificationsEntities } from './notifications.entities.js';
import { WorkListService } from './work-list/work-list.service.js';

/** Messages to people, as each reads their own, and what waits for them. */
@Module({
  imports: [TypeOrmModule.forFeature(notificationsEntities)],
  providers: [MessageService, WorkListService],
  exports: [MessageService, WorkListService],
})
export class NotificationsModule {}

/** Writes messages from what other contexts announce, and sends them; the worker imports it. */
@Module({
  imports: [IdentityModule, ComplianceModule],
  providers: [MessageJobs, MailJobs, Mailer],
  exports: [MessageJobs, MailJobs],
})
export class NotificationsJobsModule {}
