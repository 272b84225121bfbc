// Runs PostgreSQL and stops it when whoever started this goes away, however: its end of the pipe on standard input closes.
import { spawn } from 'node:child_process';

const { binary, args, uid, gid, env } = JSON.parse(process.argv[2] ?? '{}');
const postgres = spawn(binary, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env,
  ...(uid !== undefined && { uid, gid }),
});

let stopping = false;
const stop = () => {
  if (!stopping) {
    stopping = true;
    // SIGINT is PostgreSQL's fast shutdown: transactions are rolled back, everything is flushed.
    postgres.kill('SIGINT');
  }
};
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
process.on('SIGTERM', stop);
// Ctrl-C reaches the whole process group; the order of stopping is the starter's.
process.on('SIGINT', () => undefined);
postgres.on('exit', (code) => process.exit(code ?? 1));
postgres.on('error', (error) => {
  console.error(String(error));
  process.exit(1);
});
