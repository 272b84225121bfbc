// Runs PostgreSQL and stops it when whoever started this goes away, however: its end of the pipe on standard input closes.
import { spawn } from 'node:child_process';

const { binary, args, uid, gid, env } = JSON.parse(process.argv[2] ?? '{}');
const postgres = spawn(binary, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env,
  ...(uid !== undefined && { uid, gid }),
});

/** How long those who were served are waited for when their starter has died: api and worker end of themselves. */
const patienceMs = 8_000;

let stopping = false;
const stop = () => {
  if (!stopping) {
    stopping = true;
    // SIGINT is PostgreSQL's fast shutdown: transactions are rolled back, everything is flushed.
    postgres.kill('SIGINT');
  }
};
let deserted = false;
const standDown = () => {
  if (!stopping && !deserted) {
    deserted = true;
    // SIGTERM is the one that lets who is connected finish.
    postgres.kill('SIGTERM');
    setTimeout(stop, patienceMs).unref();
  }
};
// A word before the end is the starter's own wish; an end without one is its death.
process.stdin.on('data', stop).on('end', standDown).on('close', standDown).on('error', standDown);
process.on('SIGTERM', stop);
// Ctrl-C reaches the whole process group; the order of stopping is the starter's.
process.on('SIGINT', () => undefined);
postgres.on('exit', (code) => process.exit(code ?? 1));
postgres.on('error', (error) => {
  console.error(String(error));
  process.exit(1);
});
