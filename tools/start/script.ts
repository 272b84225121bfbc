import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root.js';

const run = promisify(execFile);

/**
 * Runs a built script to its end in a process of its own.
 * @throws Error with everything that it said
 */
export async function script(
  file: string,
  env: Readonly<Record<string, string>>,
  args: string[] = [],
  say: (words: string) => void = () => undefined,
): Promise<void> {
  const running = run(process.execPath, ['--enable-source-maps', path.join(projectRoot, file), ...args], {
    env: { PATH: process.env.PATH, ...env },
    cwd: projectRoot,
    maxBuffer: 50_000_000,
  });
  running.child.stdout?.on('data', (words: string) => say(words.trimEnd()));
  try {
    await running;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} failed:\n${stdout}${stderr}`.trimEnd(), { cause: error });
  }
}
