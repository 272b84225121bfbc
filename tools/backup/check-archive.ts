import { readArchive } from './archive.js';
import { BackupError } from './backup-error.js';
import { type Contents, type Head, names, readHead, storageKeyOf, tableOf } from './manifest.js';

export interface CheckedArchive {
  head: Head;
  contents: Contents;
  seal: string;
}

/**
 * Reads the whole archive and changes nothing: is it one, all of it, as it was made, and can this application read it?
 * @param known the classes of this application's migrations
 * @throws BackupError when not
 */
export async function checkArchive(file: string, known: readonly string[]): Promise<CheckedArchive> {
  let head: Head | null = null;
  let contents: Contents | null = null;
  let seal: string | null = null;
  const tables = new Set<string>();
  for await (const { name, content, sealBefore } of readArchive(file)) {
    if (seal !== null) {
      throw new BackupError('The archive goes on after its seal.');
    }
    if (head === null) {
      head = readHead({ name, content });
      assertKnown(head, known);
      for (const table of head.tables) {
        tables.add(table.name);
      }
    } else if (name === names.contents) {
      contents = JSON.parse(content.toString('utf8')) as Contents;
    } else if (name === names.seal) {
      seal = content.toString('utf8');
      if (seal !== sealBefore) {
        throw new BackupError('The archive was altered: its seal does not fit what is in it.');
      }
    } else if (storageKeyOf(name) === null && !tables.has(tableOf(name) ?? '')) {
      throw new BackupError(`Nobody knows what ${name} in the archive is.`);
    }
  }
  if (!head) {
    throw new BackupError('This is no backup of Weftway.');
  }
  if (!contents || seal === null) {
    throw new BackupError('The archive is cut: its end is missing.');
  }
  return { head, contents, seal };
}

/** The archive’s migrations are the first of this application’s, or it is of another line or a later version. */
function assertKnown(head: Head, known: readonly string[]): void {
  const strange = head.migrations.filter((name) => !known.includes(name));
  if (strange.length > 0) {
    throw new BackupError(
      `The backup is of a later Weftway (${head.version}): this one does not know ${strange.join(', ')}. ` +
        'Restore it with that version.',
    );
  }
}
