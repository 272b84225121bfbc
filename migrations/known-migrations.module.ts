import { Global, Module } from '@nestjs/common';
import { KnownMigrations } from '#platform';
import { migrations } from './index.js';

/** Lets the platform compare the database with this build without importing the migrations. */
@Global()
@Module({
  providers: [
    {
      provide: KnownMigrations,
      useValue: new KnownMigrations(migrations.map((migration) => migration.name)),
    },
  ],
  exports: [KnownMigrations],
})
export class KnownMigrationsModule {}
