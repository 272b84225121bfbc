import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorGuard, IdentityModule } from '#identity';
import {
  DatabaseModule,
  InputPipe,
  OperationsModule,
  OutboxModule,
  platformEntities,
  ProblemFilter,
  Settings,
  SettingsModule,
  StorageModule,
} from '#platform';
import { AccountDoor } from './doors/account.module.js';
import { AdminDoor } from './doors/admin.module.js';
import { BuyerDoor } from './doors/buyer.module.js';
import { ComplianceDoor } from './doors/compliance.module.js';
import { CooperativeDoor } from './doors/cooperative.module.js';
import { PublicDoor } from './doors/public.module.js';
import { KnownMigrationsModule } from '../../../migrations/known-migrations.module.js';

/** The api: every door, and what stands before each. */
@Module({})
export class ApiModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        SettingsModule.for(settings),
        DatabaseModule,
        TypeOrmModule.forFeature(platformEntities),
        StorageModule,
        OutboxModule,
        KnownMigrationsModule,
        OperationsModule,
        IdentityModule,
        PublicDoor,
        AccountDoor,
        BuyerDoor,
        CooperativeDoor,
        ComplianceDoor,
        AdminDoor,
      ],
      providers: [
        { provide: APP_GUARD, useExisting: ActorGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(settings.publicUrl) },
      ],
    };
  }
}
