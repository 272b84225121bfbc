import { describe, expect, it } from '@jest/globals';
import { Settings, SettingsError } from './settings.js';

const complete = {
  DATABASE_URL: 'postgres://weftway_app@db/weftway',
  DATA_DIR: '/srv/weftway',
  PUBLIC_URL: 'https://weftway.example',
  SESSION_SECRET: 'thirty-two characters and some more',
  ENCRYPTION_KEY: 'thirty-two characters and some more',
  SMTP_URL: 'smtp://mail.example:587',
};

describe('a bug planted for the tests of the tests', () => {
  it('is refused in production, whichever it is', () => {
    const production = { ...complete, NODE_ENV: 'production' };
    expect(new Settings(production, 'worker').plantedBug).toBeNull();
    const planted = { ...production, TEST_PLANTED_BUG: 'document-job-repeats' };
    expect(() => new Settings(planted, 'worker')).toThrow(SettingsError);
    expect(() => new Settings(planted, 'worker')).toThrow(/TEST_PLANTED_BUG is for tests of the tests/);
  });

  it('is one that is known', () => {
    expect(new Settings({ ...complete, TEST_PLANTED_BUG: 'document-job-repeats' }, 'worker').plantedBug).toBe(
      'document-job-repeats',
    );
    expect(() => new Settings({ ...complete, TEST_PLANTED_BUG: 'another' }, 'worker')).toThrow(SettingsError);
  });
});
