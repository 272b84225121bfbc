import { parseArgs } from 'node:util';
import { commandEnvironment } from '../start/environment.js';
import { bootstrapPlatform } from './bootstrap.js';

/** `npm run bootstrap -- --email you@example.org`: prints the link by which the first administrator comes in. */
const { values } = parseArgs({ options: { email: { type: 'string' } } });
if (!values.email) {
  console.error('Say who it is: npm run bootstrap -- --email you@example.org');
  process.exit(1);
}
const { env, close } = await commandEnvironment();
try {
  console.log(`${env.PUBLIC_URL}/invitation/${await bootstrapPlatform(env, values.email)}`);
} finally {
  await close();
}
