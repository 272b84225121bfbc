import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplianceJobsModule } from '#compliance';
import { NotificationsJobsModule } from '#notifications';
import { OrderingJobsModule } from '#ordering';
import {
  DatabaseModule,
  OutboxModule,
  platformEntities,
  ReadinessCheck,
  type Settings,
  SettingsModule,
  StorageModule,
} from '#platform';
import { QuotingJobsModule } from '#quoting';
import { SourcingJobsModule } from '#sourcing';
import { KnownMigrationsModule } from '../../../migrations/known-migrations.module.js';

/** The jobs of every context. */
export const jobsModules = [
  ComplianceJobsModule,
  SourcingJobsModule,
  QuotingJobsModule,
  OrderingJobsModule,
  NotificationsJobsModule,
];

/** The worker: relay, queues, and every context's handlers. */
@Module({})
export class WorkerModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.for(settings),
        DatabaseModule,
        TypeOrmModule.forFeature(platformEntities),
        StorageModule,
        OutboxModule,
        KnownMigrationsModule,
        ...jobsModules,
      ],
      providers: [ReadinessCheck],
    };
  }
}
