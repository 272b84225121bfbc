import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Call } from './calls.js';

/** A word of the shell that stands for exactly these characters. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Longer ones are written into a file: a command line has an end. */
const longestInline = 50_000;

/** A command that sends the very same request. */
export function curlOf(url: string, call: Call, folder: string, number: number): string {
  const headers = Object.entries(call.headers).map(
    ([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  const command = ['curl -sS -i -g --path-as-is', `-X ${call.method}`, ...headers, `-H 'expect:'`];
  const address = quoted(url + call.path);
  if (!call.body) {
    return [...command, address].join(' ');
  }
  // Without a type of ours curl would add one of its own.
  const typed = 'content-type' in call.headers ? command : [...command, `-H 'content-type:'`];
  if (call.body.length > longestInline) {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `body-${number}.bin`);
    writeFileSync(file, call.body);
    return [...typed, `--data-binary @${quoted(file)}`, address].join(' ');
  }
  return `printf %s ${quoted(call.body.toString('base64'))} | base64 -d | ${[...typed, '--data-binary @-', address].join(' ')}`;
}

/** The status that the command is answered with; null where there is no shell or no curl to run it. */
export function statusOf(command: string): Promise<number | null> {
  return new Promise((resolve) => {
    execFile(
      'sh',
      ['-c', command],
      { encoding: 'latin1', timeout: 40_000, maxBuffer: 2 ** 27 },
      (error, stdout) => {
        const found = /^HTTP\/[\d.]+ (\d{3})/.exec(stdout);
        resolve(!error && found ? Number(found[1]) : null);
      },
    );
  });
}
