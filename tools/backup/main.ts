import { parseArgs } from 'node:util';
import { backUp } from './backup.js';
import { BackupError } from './backup-error.js';
import { megabytes, openPlace, runCommand } from './command.js';

/** `npm run backup -- FILE_OR_FOLDER`: database and stored files as they are at one moment, in one archive. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'database-url': { type: 'string' }, 'without-broken-files': { type: 'boolean' } },
  });
  const [target] = positionals;
  if (!target || positionals.length > 1) {
    throw new BackupError('Say where to: npm run backup -- FILE_OR_FOLDER');
  }
  const begun = performance.now();
  const { ownerUrl, storage, close } = await openPlace(values['database-url']);
  try {
    const report = await backUp({
      ownerUrl,
      storage,
      target,
      withoutBrokenFiles: values['without-broken-files'] ?? false,
    });
    for (const key of report.lacking) {
      console.error(`left out, missing or altered: ${key}`);
    }
    console.log(
      `${report.file}\nbackup of ${report.takenAt}: ${report.rows} rows, ${report.files.count} files ` +
        `(${megabytes(report.files.bytes)}), ${megabytes(report.size)} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n` +
        `seal ${report.seal}`,
    );
  } finally {
    await close();
  }
});
