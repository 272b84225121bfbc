import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplianceModule } from '#compliance';
import { IdentityModule } from '#identity';
import { MailJobs } from './mail/mail.jobs.js';
import { Mailer } from './mail/mailer.js';
import { MessageJobs } from './message/message.jobs.js';
import { MessageService } from './message/message.service.js';
import { notificationsEntities } from './notifications.entities.js';

/** Messages to people, as each reads their own. */
@Module({
  imports: [TypeOrmModule.forFeature(notificationsEntities)],
  providers: [MessageService],
  exports: [MessageService],
})
export class NotificationsModule {}

/** Writes messages from what other contexts announce, and sends them; the worker imports it. */
@Module({
  imports: [IdentityModule, ComplianceModule],
  providers: [MessageJobs, MailJobs, Mailer],
  exports: [MessageJobs, MailJobs],
})
export class NotificationsJobsModule {}
