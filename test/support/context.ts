import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { permissionsOf } from '#identity';
import {
  Database,
  type Delivery,
  Handlers,
  type OrganisationKind,
  type PersonActor,
  Settings,
} from '#platform';
import { createApi } from '../../apps/api/src/application.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { drainOutbox } from '../../tools/support/drain-outbox.js';
import { cloneDatabase } from './database.js';

export interface TestContext {
  /** The api, not listening: `app.inject(…)` speaks HTTP with it. */
  app: NestFastifyApplication;
  database: Database;
  /** A service of the api by its class. */
  get: <Service>(type: Type<Service>) => Service;
  /** A job class of the worker by its class. */
  job: <Service>(type: Type<Service>) => Service;
  /** Does everything that the outbox promised and that is due, handler by handler, until nothing is left. */
  drain: (options?: { tolerateFailures?: boolean }) => Promise<Delivery[]>;
  /** Moves the database's clock ahead. */
  advanceClock: (hours: number) => Promise<void>;
  /** An admitted organisation. */
  organisation: (
    kind: OrganisationKind,
    values?: Partial<{ name: string; currency: string; country: string; approvalLimitMinor: string }>,
  ) => Promise<string>;
  /** A person of an organisation with these roles, as the guard would make the actor. */
  member: (
    organisationId: string,
    kind: OrganisationKind,
    roles: readonly string[],
    person?: string,
  ) => Promise<PersonActor>;
  /** A statement as the superuser, past every policy: to look, never to act. */
  peek: <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  /** A statement as `weftway_app` with this actor set, as an attacker inside the process would send it. */
  asApp: <Row extends object>(
    actor: Pick<PersonActor, 'kind' | 'organisationId' | 'personId'> | null,
    sql: string,
    parameters?: readonly unknown[],
  ) => Promise<Row[]>;
  dataDir: string;
  settings: Settings;
  /** The database as the role that owns its schema. */
  ownerUrl: string;
  close: () => Promise<void>;
}

/** The whole application on a database of its own, cloned from the migrated template. */
export async function openTestContext(env: Record<string, string> = {}): Promise<TestContext> {
  const cloned = await cloneDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-test-'));
  const settings = new Settings(
    {
      NODE_ENV: 'test',
      DATABASE_URL: cloned.appUrl,
      DATABASE_POOL_SIZE: '8',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      SESSION_SECRET: 'a secret for tests that is long enough',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...env,
    },
    'test',
  );
  const app = await createApi(settings);
  const worker = await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger: false });
  const superuser = new pg.Pool({ connectionString: cloned.superuserUrl, max: 2 });
  const appRole = new pg.Pool({ connectionString: cloned.appUrl, max: 4 });
  for (const pool of [superuser, appRole]) {
    // The database is dropped by force at the end, past connections that are still closing.
    pool.on('error', () => undefined);
  }
  const database = app.get(Database);

  const peek = async <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await superuser.query(sql, [...parameters])).rows as Row[];

  return {
    app,
    database,
    settings,
    dataDir,
    ownerUrl: cloned.ownerUrl,
    peek,
    get: (type) => app.get(type, { strict: false }),
    job: (type) => worker.get(type, { strict: false }),
    drain: (options) => drainOutbox(worker.get(Database), worker.get(Handlers), options),
    advanceClock: async (hours) => {
      await peek('update clock set ahead = ahead + make_interval(secs => $1)', [hours * 3600]);
    },
    organisation: async (kind, values = {}) => {
      const id = uuidv7();
      await peek(
        `insert into organisation (id, kind, state, name, country, city, email, currency, approval_limit_minor)
         values ($1, $2, 'admitted', $3, $4, 'Town', $5, $6, $7)`,
        [
          id,
          kind,
          values.name ?? `${kind} ${id.slice(-6)}`,
          values.country ?? 'KE',
          `office-${id}@example.org`,
          values.currency ?? 'EUR',
          values.approvalLimitMinor ?? null,
        ],
      );
      return id;
    },
    member: async (organisationId, kind, roles, person) => {
      const personId = person ?? uuidv7();
      if (!person) {
        await peek('insert into person (id, email, name) values ($1, $2, $3)', [
          personId,
          `person-${personId}@example.org`,
          `Person ${personId.slice(-6)}`,
        ]);
      }
      await peek('insert into member (organisation_id, person_id, roles) values ($1, $2, $3)', [
        organisationId,
        personId,
        roles,
      ]);
      return {
        kind,
        organisationId,
        personId,
        apiKeyId: null,
        sessionId: null,
        permissions: permissionsOf(roles),
        requestId: 'test',
      };
    },
    asApp: async <Row extends object>(
      actor: Pick<PersonActor, 'kind' | 'organisationId' | 'personId'> | null,
      sql: string,
      parameters: readonly unknown[] = [],
    ) => {
      const client = await appRole.connect();
      try {
        await client.query('begin');
        await client.query(
          `select set_config('weftway.organisation', $1, true), set_config('weftway.person', $2, true), set_config('weftway.kind', $3, true)`,
          [actor?.organisationId ?? '', actor?.personId ?? '', actor?.kind ?? ''],
        );
        const result = await client.query(sql, [...parameters]);
        await client.query('commit');
        return result.rows as Row[];
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: async () => {
      await app.close();
      await worker.close();
      await superuser.end();
      await appRole.end();
      await cloned.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
