import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a program of this machine says of its version; null where it is not found. */
export async function versionOf(program: string, argument: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, [argument], {
      env: { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` },
    });
    return stdout.trim().split('\n')[0] ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
