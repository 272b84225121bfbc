import path from 'node:path';
import { readSignIns, type SignIn } from '../seed/demonstration.js';
import { type Instance, startInstance } from './instance.js';

/** What `NODE_ENV=production` never makes up. */
const neededInProduction: Record<string, string> = {
  DATABASE_URL: 'PostgreSQL as the role weftway_app',
  DATABASE_OWNER_URL: 'the same database as the role that owns its schema',
  SESSION_SECRET: 'at least 32 random characters',
  ENCRYPTION_KEY: 'at least 32 random characters, kept as long as the database',
  PUBLIC_URL: 'the address that people reach',
  SMTP_URL: 'the server that sends mail',
  DATA_DIR: 'the folder for files and logs',
};

/** `npm start` after installing and building. */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production') {
    const missing = Object.entries(neededInProduction).filter(([name]) => !process.env[name]);
    if (missing.length > 0) {
      throw new Error(
        `Cannot start in production:\n${missing.map(([name, what]) => `  - ${name} is not set: ${what}`).join('\n')}`,
      );
    }
  }
  const dataDir = path.resolve(process.env.DATA_DIR ?? 'var');
  let instance: Instance | null = null;
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (!stopping) {
      stopping = true;
      await instance?.stop();
      process.exit(code);
    }
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  instance = await startInstance({
    dataDir,
    port: Number(process.env.PORT ?? 3000),
    env: process.env,
    seed: true,
    say: (words) => console.log(words),
    onGiveUp: (words) => {
      console.error(words);
      void stop(1);
    },
  });
  console.log(`ready ${instance.url}`);
  await printSignIns(dataDir);
}

async function printSignIns(dataDir: string): Promise<void> {
  const people = process.env.NODE_ENV === 'production' ? [] : await readSignIns(dataDir);
  if (people.length === 0) {
    return;
  }
  const width = (name: keyof SignIn): number => Math.max(...people.map((person) => person[name].length));
  console.log('\nSign in as one of these demonstration people:');
  for (const person of people) {
    console.log(
      `  ${person.email.padEnd(width('email'))}  ${person.password}  ${person.role.padEnd(width('role'))}  ${person.organisation}`,
    );
  }
  console.log('\nThe API’s reader is at /docs. Ctrl-C stops everything.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
