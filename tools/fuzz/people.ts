import type { Sender } from './sender.js';

/** Someone who may sign in, as whom requests are sent. */
export interface Person {
  email: string;
  password: string;
  cookie: string;
  csrfToken: string;
  personId: string;
  kind: string;
  permissions: ReadonlySet<string>;
}

interface Opened {
  csrfToken: string;
  permissions: string[];
  person: { id: string };
  organisation: { kind: string } | null;
}

/** Signs in by the front door; null where that is refused. */
export async function signIn(sender: Sender, email: string, password: string): Promise<Person | null> {
  const answer = await sender.send({
    method: 'POST',
    path: '/v1/public/sessions',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ email, password })),
  });
  if (answer.status !== 201) {
    return null;
  }
  const { csrfToken, permissions, person, organisation } = JSON.parse(answer.body.toString('utf8')) as Opened;
  return {
    email,
    password,
    cookie: answer.cookie ?? '',
    csrfToken,
    personId: person.id,
    kind: organisation?.kind ?? '',
    permissions: new Set(permissions),
  };
}

export function credentialsOf(person: Person): Record<string, string> {
  return { cookie: person.cookie, 'x-csrf-token': person.csrfToken };
}

const kindOfDoor: Readonly<Record<string, string>> = {
  buyer: 'retailer',
  cooperative: 'cooperative',
  compliance: 'assurance',
  admin: 'platform',
};

/** Whether someone may call a route, by what the document and their session say. */
export function mayCall(person: Person, route: { pattern: string; permission: string | null }): boolean {
  const kind = kindOfDoor[route.pattern.split('/')[2] ?? ''];
  return (
    (kind === undefined || kind === person.kind) &&
    (route.permission === null || person.permissions.has(route.permission))
  );
}
