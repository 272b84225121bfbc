import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project-root.js';
import { withRole } from '../postgres/prepare-database.js';
import { startInstance } from '../start/instance.js';
import { script } from '../start/script.js';
import { confirm, type DraftedAward, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong } from './papers.js';
import { peekAt, type Running, temporaryFolder, withRunning } from './running.js';

export interface RestoredBackupOptions extends RowOptions {
  drafting: Drafting;
}

const backup = 'dist/tools/backup/main.js';
const restore = 'dist/tools/restore/main.js';

/** Row 10: a backup by its command while awards are confirmed, a restore by its command in a new place, and a start there. */
export async function restoredBackup(options: RestoredBackupOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  if (![backup, restore].every((file) => existsSync(path.join(projectRoot, file)))) {
    findings.skip('there is no command for backup and restore in this build');
    return findings;
  }
  await withRunning(options.env ?? {}, async (running) => {
    const { folder, clear } = await temporaryFolder();
    try {
      await backUpAndRestore(running, folder, options, findings);
    } finally {
      await clear();
    }
  });
  return findings;
}

async function backUpAndRestore(
  running: Running,
  folder: string,
  { drafting }: RestoredBackupOptions,
  findings: Findings,
): Promise<void> {
  const { env } = running.instance;
  const drafted = await draftAwards(running, drafting);
  const before = drafted.splice(0, Math.ceil(drafted.length / 3));
  const confirmAll = async (awards: readonly DraftedAward[]): Promise<void> => {
    for (const award of awards) {
      await confirm(running.people.buyer, award);
    }
  };
  await confirmAll(before);
  findings.fault(`backup while ${drafted.length} awards are confirmed, restore in a new place`);
  const archive = path.join(folder, 'weftway.tar.gz');
  await Promise.all([confirmAll(drafted), script(backup, env, [archive])]);

  // The same secrets, but neither the database nor the folder nor the queue of the first.
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, REDIS_URL: _redis, ...shared } = env;
  const { PORT: _port, PUBLIC_URL: _url, ...settings } = shared;
  const dataDir = path.join(folder, 'copy');
  await script(restore, { ...settings, DATA_DIR: dataDir }, [archive]);
  const instance = await startInstance({ dataDir, seed: false, env: settings });
  try {
    const password = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
    const superuserUrl = withRole(instance.env.DATABASE_OWNER_URL ?? '', 'postgres', password);
    const copy: Running = {
      ...running,
      instance,
      dataDir,
      peek: (sql, parameters) => peekAt(superuserUrl, sql, parameters),
    };
    // What was promised at the moment of the backup and not yet done is done by the copy.
    await allReady(copy, 60);
    const book = await orderBook(copy, drafting.ordersEach);
    findings.take({
      lost: before
        .filter((award) => !book.perAward.has(award.id))
        .map((award) => `award ${award.id} is absent`),
      doubled: [],
      broken: book.broken,
    });
    findings.take(await papersWrong(copy));
    findings.figure(
      `${book.orders} orders restored of ${before.length} awards before and some while it was made`,
    );
  } finally {
    await instance.stop();
  }
}
