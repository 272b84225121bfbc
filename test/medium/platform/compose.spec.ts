import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Settings } from '#platform';

interface Service {
  profiles?: string[];
  image?: string;
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, { condition: string }>;
  volumes?: string[];
  deploy?: { replicas: number };
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};

/** What a value becomes with everything set that has to be. */
const filled = (environment: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, variable: string, fallback?: string) =>
        fallback ? fallback : `${variable.toLowerCase()}-of-at-least-thirty-two-characters`,
      ),
    ]),
  );

describe('docker-compose.yml', () => {
  const services = Object.entries(compose.services);

  it('has every service and volume that another one names', () => {
    for (const [name, { depends_on = [], volumes = [] }] of services) {
      const needs = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect([name, needs.filter((need) => !(need in compose.services))]).toEqual([name, []]);
      const named = volumes.map((volume) => volume.split(':')[0] ?? '');
      expect([name, named.filter((volume) => !(volume in compose.volumes))]).toEqual([name, []]);
    }
  });

  it('starts nothing of the scale profile by default, and nothing by default needs it', () => {
    const scaled = services.filter(([, service]) => service.profiles).map(([name]) => name);
    expect(scaled.sort()).toEqual([
      'api-scaled',
      'pgbouncer',
      'proxy',
      'replica',
      'roles',
      's3',
      'worker-scaled',
    ]);
    for (const [name, { depends_on = [] }] of services.filter(([, service]) => !service.profiles)) {
      const needs = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect([name, needs.filter((need) => scaled.includes(need))]).toEqual([name, []]);
    }
  });

  it.each(['api', 'worker', 'api-scaled', 'worker-scaled'])(
    'gives %s settings that it starts with',
    (name) => {
      const service = compose.services[name];
      const env = { NODE_ENV: 'production', DATA_DIR: '/data', ...filled(service?.environment) };
      const settings = new Settings(env, name);
      expect(settings.databaseUrl).toMatch(/^postgres:\/\/weftway_app:/);
      if (name.endsWith('scaled')) {
        expect(service?.deploy?.replicas).toBe(3);
        expect(new URL(settings.databaseUrl).hostname).toBe('pgbouncer');
        expect(new URL(settings.databaseDirectUrl).hostname).toBe('postgres');
        expect(new URL(settings.databaseReplicaUrl ?? '').hostname).toBe('replica');
        expect(settings.liveEvents).toBe('redis');
        expect(settings.s3).toEqual({ bucket: 'weftway', endpoint: 'http://s3:7070' });
      } else {
        expect([settings.databaseReplicaUrl, settings.s3]).toEqual([null, null]);
      }
    },
  );

  it('lets PgBouncer pass over what the api sends at the start of a connection', () => {
    const environment = compose.services.pgbouncer?.environment ?? {};
    expect(environment.POOL_MODE).toBe('transaction');
    expect(environment.IGNORE_STARTUP_PARAMETERS?.split(',')).toEqual(
      expect.arrayContaining(['statement_timeout', 'idle_in_transaction_session_timeout']),
    );
    expect(Number(environment.MAX_PREPARED_STATEMENTS)).toBeGreaterThan(0);
  });
});
