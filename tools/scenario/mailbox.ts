import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from './http-client.js';

/** Waits for a mail to an address that holds an invitation, and reads its token, as a person would click it. */
export function invitationFor(dataDir: string, email: string, not: ReadonlySet<string>): Promise<string> {
  return tokenFor(dataDir, email, 'invitation', not);
}

/** As that, for the link by which a password is set anew. */
export function passwordResetFor(dataDir: string, email: string): Promise<string> {
  return tokenFor(dataDir, email, 'password-reset', new Set());
}

async function tokenFor(
  dataDir: string,
  email: string,
  page: 'invitation' | 'password-reset',
  not: ReadonlySet<string>,
): Promise<string> {
  const link = new RegExp(`/${page}/([A-Za-z0-9_-]{20,})`);
  const folder = path.join(dataDir, 'mail');
  return until(`a mail to ${email}`, async () => {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.eml'))) {
      // Quoted-printable breaks long lines with "=\n" and writes "=" as "=3D".
      const text = (await readFile(path.join(folder, name), 'utf8'))
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '=');
      const token = link.exec(text)?.[1];
      if (token && text.toLowerCase().includes(email.toLowerCase()) && !not.has(token)) {
        return token;
      }
    }
    return null;
  });
}
