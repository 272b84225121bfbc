import { randomBytes } from 'node:crypto';
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

/** What the environment says, checked once at start. Documented in docs/how-to/settings.md. */
export class Settings {
  readonly processName: string;
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** Keys the tokens that are derived rather than stored. */
  readonly sessionSecret: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
  /** Requests an actor may make in a minute. */
  readonly rateLimitPerMinute: number;
  readonly trustProxy: boolean;
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
    this.redisUrl = env.REDIS_URL || null;
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
    this.smtpUrl = env.SMTP_URL || null;
    if (production && !this.smtpUrl) {
      problems.push('SMTP_URL is not set: the server that sends mail, as smtp://user:password@host:587');
    }
    this.mailFrom = env.MAIL_FROM ?? 'Weftway <no-reply@weftway.example>';
    this.logLevel = env.LOG_LEVEL ?? 'info';
    this.rateLimitPerMinute = whole('RATE_LIMIT_PER_MINUTE', 600, 1, 1_000_000);
    this.trustProxy = env.TRUST_PROXY === 'yes';
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
