import { describe, expect, it } from '@jest/globals';
import { Settings, SettingsError } from '#platform';

const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://weftway_app:secret@db/weftway',
  DATA_DIR: '/var/lib/weftway',
  PUBLIC_URL: 'https://portal.example/',
  SESSION_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEY: 'y'.repeat(32),
  SMTP_URL: 'smtp://mail.example:587',
};

function problems(env: Record<string, string | undefined>): readonly string[] {
  try {
    new Settings(env, 'test');
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('that are missing in production are all named at once', () => {
    const named = problems({ NODE_ENV: 'production' }).map((problem) => problem.split(' ')[0]);
    expect(named).toEqual([
      'DATABASE_URL',
      'DATA_DIR',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'ENCRYPTION_KEY',
      'SMTP_URL',
    ]);
    expect(() => new Settings({ NODE_ENV: 'production' }, 'test')).toThrow(
      /Cannot start:\n {2}- DATABASE_URL is not set: /,
    );
  });

  it.each(Object.keys(complete).filter((name) => name !== 'NODE_ENV'))(
    'lack %s alone, and only that is said',
    (name) => {
      expect(problems({ ...complete, [name]: undefined })).toEqual([
        expect.stringMatching(`^${name} is not set: `),
      ]);
      expect(problems({ ...complete, [name]: '' })).toHaveLength(1);
    },
  );

  it('outside production need an address of the database and nothing else', () => {
    expect(problems({})).toEqual([expect.stringMatching(/^DATABASE_URL/)]);
    const settings = new Settings({ DATABASE_URL: 'postgres://localhost/weftway' }, 'api');
    expect(settings).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      redisUrl: null,
      smtpUrl: null,
      trustProxy: false,
    });
    // A secret of its own for each process, so that nobody runs on one from the source.
    const other = new Settings({ DATABASE_URL: 'postgres://localhost/weftway' }, 'api');
    expect(settings.sessionSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(other.sessionSecret).not.toBe(settings.sessionSecret);
    expect(settings.encryptionKey).toMatch(/^[0-9a-f]{64}$/);
    expect(other.encryptionKey).not.toBe(settings.encryptionKey);
  });

  it('are taken as they are given', () => {
    const settings = new Settings(
      { ...complete, PORT: '0', TRUST_PROXY: 'yes', REDIS_URL: 'redis://cache' },
      'api',
    );
    expect(settings).toMatchObject({
      production: true,
      publicUrl: 'https://portal.example',
      port: 0,
      trustProxy: 1,
      redisUrl: 'redis://cache',
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['DATABASE_POOL_SIZE', '1'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['RATE_LIMIT_PER_MINUTE', 'none'],
    ['STEP_UP_MINUTES', '0'],
    ['STEP_UP_MINUTES', '1441'],
  ])('are whole numbers in their range: %s is not %s', (name, value) => {
    expect(problems({ ...complete, [name]: value })).toEqual([
      expect.stringMatching(`^${name} is a whole number from \\d+ to \\d+, not "${value}"$`),
    ]);
  });

  it.each([
    ['no', false],
    ['2', 2],
    ['10.0.0.7, 10.1.0.0/16', ['10.0.0.7', '10.1.0.0/16']],
  ])('believe a proxy only where it is told: TRUST_PROXY=%s', (value, trustProxy) => {
    expect(new Settings({ ...complete, TRUST_PROXY: value }, 'api')).toMatchObject({ trustProxy });
  });

  it.each(['true', '0', '10.0.0', '10.0.0.0/8/8', 'proxy.example'])('refuse TRUST_PROXY=%s', (value) => {
    expect(problems({ ...complete, TRUST_PROXY: value })).toEqual([
      expect.stringMatching(/^TRUST_PROXY is no, yes, /),
    ]);
  });

  it.each(['SESSION_SECRET', 'ENCRYPTION_KEY'])('keep a short %s out', (name) => {
    expect(problems({ ...complete, [name]: 'x'.repeat(31) })).toEqual([
      `${name} is shorter than 32 characters`,
    ]);
  });
});
