import type { EmbeddedPostgres } from '../../tools/postgres/embedded-postgres.js';

export const templateDatabase = 'weftway_template';
export const testPasswords = { ownerPassword: 'owner of tests', appPassword: 'app of tests' };

/** What set-up leaves for tear-down; Jest loads both into one process. */
export const running: { postgres?: EmbeddedPostgres; dataDir?: string } = ((
  globalThis as { weftwayTests?: { postgres?: EmbeddedPostgres; dataDir?: string } }
).weftwayTests ??= {});
