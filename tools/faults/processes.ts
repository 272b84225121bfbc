import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A process and all that it started, as they are now. */
export async function familyOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const parents = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const member of family) {
    family.push(...parents.flatMap(([child, parent]) => (parent === member && child ? [child] : [])));
  }
  return family;
}

/** Whether a process is there. One that has ended and was not fetched by its parent is not. */
export async function isAlive(pid: number): Promise<boolean> {
  const state = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return state !== '' && !state.startsWith('Z');
}

/** Which of these are still there. */
export async function stillAlive(pids: readonly number[]): Promise<number[]> {
  const alive = await Promise.all(pids.map(isAlive));
  return pids.filter((_, index) => alive[index]);
}
