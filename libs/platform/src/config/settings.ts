import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import path from 'node:path';

/** A start that lacks a setting says which, all at once. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Bugs on purpose behind `TEST_PLANTED_BUG`, each for a test that must find it. */
export const plantedBugs = ['document-job-repeats'] as const;
export type PlantedBug = (typeof plantedBugs)[number];

/** A bucket of any store that speaks S3. Credentials and region by the AWS client's own variables. */
export interface S3Settings {
  bucket: string;
  /** Of a store that is not Amazon's. */
  endpoint: string | null;
}

/** What the environment says, checked once at start. Documented in docs/how-to/settings.md. */
export class Settings {
  readonly processName: string;
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Past a pooler that hands out connections by transaction: for LISTEN, locks of a session and BullMQ's own. */
  readonly databaseDirectUrl: string;
  /** Whether statements are prepared by name; a pooler before PgBouncer 1.21 cannot keep them apart. */
  readonly databasePreparedStatements: boolean;
  readonly databaseReplicaUrl: string | null;
  /** Milliseconds that the replica may be behind and still answer. */
  readonly databaseReplicaMaxStaleness: number;
  readonly redisUrl: string | null;
  /** Whether `redisUrl` names nodes of a cluster. */
  readonly redisCluster: boolean;
  /** Where a process hears of live changes. */
  readonly liveEvents: 'database' | 'redis';
  readonly s3: S3Settings | null;
  readonly dataDir: string;
  /** Keys the tokens that are derived rather than stored. */
  readonly sessionSecret: string;
  /** Seals what is stored and must be read again, such as the secrets of authenticator apps. */
  readonly encryptionKey: string;
  /** For so many minutes after someone proved who they are, weighty steps do not ask again. */
  readonly stepUpMinutes: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
  /** Requests an actor may make in a minute. */
  readonly rateLimitPerMinute: number;
  /** Whose word on a caller's address is taken: nobody's, the last so many proxies', or these addresses'. */
  readonly trustProxy: false | number | string[];
  /** None outside tests of the tests. */
  readonly plantedBug: PlantedBug | null;

  constructor(env: Readonly<Record<string, string | undefined>>, processName: string) {
    const problems: string[] = [];
    const production = env.NODE_ENV === 'production';
    const needed = (name: string, why: string, fallback?: string): string => {
      const value = env[name];
      if (value) {
        return value;
      }
      if (fallback !== undefined && !production) {
        return fallback;
      }
      problems.push(`${name} is not set: ${why}`);
      return '';
    };
    const whole = (name: string, fallback: number, least: number, most: number): number => {
      const value = env[name] === undefined || env[name] === '' ? fallback : Number(env[name]);
      if (!Number.isInteger(value) || value < least || value > most) {
        problems.push(`${name} is a whole number from ${least} to ${most}, not "${env[name]}"`);
      }
      return value;
    };
    this.processName = processName;
    this.production = production;
    this.host = env.HOST ?? '127.0.0.1';
    this.port = whole('PORT', 3000, 0, 65_535);
    this.databaseUrl = needed('DATABASE_URL', 'the address of PostgreSQL as the role weftway_app');
    this.databasePoolSize = whole('DATABASE_POOL_SIZE', 12, 2, 500);
    this.databaseDirectUrl = env.DATABASE_DIRECT_URL || this.databaseUrl;
    this.databasePreparedStatements = env.DATABASE_PREPARED_STATEMENTS !== 'no';
    this.databaseReplicaUrl = env.DATABASE_REPLICA_URL || null;
    this.databaseReplicaMaxStaleness = whole('DATABASE_REPLICA_MAX_STALENESS_MS', 2_000, 100, 60_000);
    this.redisUrl = env.REDIS_URL || null;
    this.redisCluster = env.REDIS_CLUSTER === 'yes';
    this.liveEvents = env.LIVE_EVENTS === 'redis' ? 'redis' : 'database';
    if (!this.redisUrl && (this.redisCluster || this.liveEvents === 'redis')) {
      problems.push('REDIS_URL is not set, and REDIS_CLUSTER or LIVE_EVENTS asks for Redis');
    }
    this.s3 = env.S3_BUCKET ? { bucket: env.S3_BUCKET, endpoint: env.S3_ENDPOINT || null } : null;
    this.dataDir = path.resolve(needed('DATA_DIR', 'the folder for files, mail and logs', 'var'));
    this.publicUrl = needed(
      'PUBLIC_URL',
      'the address that people reach, printed into QR codes and mails',
      `http://127.0.0.1:${this.port}`,
    ).replace(/\/+$/, '');
    this.sessionSecret = needed(
      'SESSION_SECRET',
      'at least 32 random characters',
      randomBytes(32).toString('hex'),
    );
    if (this.sessionSecret.length > 0 && this.sessionSecret.length < 32) {
      problems.push('SESSION_SECRET is shorter than 32 characters');
    }
    this.encryptionKey = needed(
      'ENCRYPTION_KEY',
      'at least 32 random characters, kept as long as the database',
      randomBytes(32).toString('hex'),
    );
    if (this.encryptionKey.length > 0 && this.encryptionKey.length < 32) {
      problems.push('ENCRYPTION_KEY is shorter than 32 characters');
    }
    this.stepUpMinutes = whole('STEP_UP_MINUTES', 10, 1, 1440);
    this.smtpUrl = env.SMTP_URL || null;
    if (production && !this.smtpUrl) {
      problems.push('SMTP_URL is not set: the server that sends mail, as smtp://user:password@host:587');
    }
    this.mailFrom = env.MAIL_FROM ?? 'Weftway <no-reply@weftway.example>';
    this.logLevel = env.LOG_LEVEL ?? 'info';
    this.rateLimitPerMinute = whole('RATE_LIMIT_PER_MINUTE', 600, 1, 1_000_000);
    this.trustProxy = trustedProxies(env.TRUST_PROXY ?? 'no', problems);
    this.plantedBug = plantedBugs.find((bug) => bug === env.TEST_PLANTED_BUG) ?? null;
    if (env.TEST_PLANTED_BUG && (production || this.plantedBug === null)) {
      problems.push(
        `TEST_PLANTED_BUG is for tests of the tests: never in production, and one of ${plantedBugs.join(', ')}`,
      );
    }
    if (problems.length > 0) {
      throw new SettingsError(problems);
    }
  }
}

/**
 * The far end of X-Forwarded-For is whatever the caller wrote, so never all of it is believed.
 * @returns how many proxies stand in front, or their addresses
 */
function trustedProxies(value: string, problems: string[]): false | number | string[] {
  if (value === '' || value === 'no') {
    return false;
  }
  if (value === 'yes' || /^[1-9]$/.test(value)) {
    return value === 'yes' ? 1 : Number(value);
  }
  const addresses = value.split(',').map((one) => one.trim());
  const wrong = addresses.filter((one) => {
    const [address = '', bits = '32', ...rest] = one.split('/');
    return !isIP(address) || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > 128;
  });
  if (wrong.length > 0) {
    problems.push(
      `TRUST_PROXY is no, yes, a number of proxies from 1 to 9, or their addresses parted by commas, not "${value}"`,
    );
  }
  return addresses;
}
