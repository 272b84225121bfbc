import { FileStorage, Settings } from '#platform';

/** The storage of stored files that api and worker with these settings use. */
export function openStorage(env: Readonly<Record<string, string | undefined>>): FileStorage {
  return new FileStorage(new Settings(env, 'backup'));
}
