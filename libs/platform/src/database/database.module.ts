import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { ExchangeRates } from './exchange-rates.js';
import { Replica } from './replica.js';
import { SnakeNaming } from './snake-naming.js';
import { UnnamedClient } from './unnamed-client.js';

// A date has no time zone: pg would make it midnight of the server's.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** TypeORM over pg, and transactions for an actor. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({
        type: 'postgres' as const,
        url: settings.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        namingStrategy: new SnakeNaming(),
        poolSize: settings.databasePoolSize,
        applicationName: settings.processName,
        retryAttempts: 5,
        retryDelay: 500,
        extra: {
          statement_timeout: 30_000,
          idle_in_transaction_session_timeout: 60_000,
          // Statements that do not need each other's answers are sent without waiting in between.
          pipeline: true,
          ...(!settings.databasePreparedStatements && { Client: UnnamedClient }),
        },
      }),
    }),
  ],
  providers: [Database, ExchangeRates, Replica],
  exports: [Database, ExchangeRates, Replica],
})
export class DatabaseModule {}
