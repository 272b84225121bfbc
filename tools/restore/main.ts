import { parseArgs } from 'node:util';
import { migrations } from '../../migrations/index.js';
import { BackupError } from '../backup/backup-error.js';
import { checkArchive } from '../backup/check-archive.js';
import { openPlace, runCommand } from '../backup/command.js';
import { restore } from '../backup/restore.js';
import { script } from '../start/script.js';

/**
 * `npm run restore -- FILE`: an archive of `npm run backup` into an empty database and its files into DATA_DIR; with `--check`
 * it is only read.
 */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'database-url': { type: 'string' }, check: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new BackupError('Say what: npm run restore -- FILE');
  }
  const begun = performance.now();
  if (values.check) {
    const known = migrations.map((migration) => migration.name);
    const { head, contents, seal } = await checkArchive(file, known);
    const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0);
    console.log(
      `whole: backup of ${head.takenAt}, ${rows} rows, ${contents.files.count} files\nseal ${seal}`,
    );
    return;
  }
  const { env, ownerUrl, storage, close } = await openPlace(values['database-url']);
  try {
    const report = await restore({
      file,
      ownerUrl,
      storage,
      say: (words) => console.log(words),
    });
    // Later migrations, and the schema of the queue, which the outbox fills anew.
    await script('dist/migrations/run.js', { ...env, DATABASE_OWNER_URL: ownerUrl });
    for (const key of report.lacking) {
      console.error(`not in the backup, missing or altered when it was made: ${key}`);
    }
    console.log(
      `restored the backup of ${report.takenAt} in ${((performance.now() - begun) / 1000).toFixed(1)} s: ` +
        `${report.rows} rows of ${report.tables} tables, ${report.files} files, ` +
        `${report.auditChains} audit chains with ${report.auditEntries} entries, all verified\nseal ${report.seal}`,
    );
  } finally {
    await close();
  }
});
