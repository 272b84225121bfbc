import { parseArgs } from 'node:util';
import { bootstrapPlatform } from './bootstrap.js';

/** `npm run bootstrap -- --email you@example.org`: prints the link by which the first administrator comes in. */
const { values } = parseArgs({ options: { email: { type: 'string' } } });
if (!values.email) {
  console.error('Say who it is: npm run bootstrap -- --email you@example.org');
  process.exit(1);
}
const token = await bootstrapPlatform(process.env, values.email);
console.log(`${process.env.PUBLIC_URL ?? 'http://127.0.0.1:3000'}/invitation/${token}`);
