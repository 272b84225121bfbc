import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Body, Cast, Cooperative, Retailer } from './cast.js';
import { demonstrationPassword, type Someone } from './world.js';

/** Someone whom `npm start` tells how to sign in as. */
export interface SignIn {
  organisation: string;
  role: string;
  email: string;
  password: string;
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'demonstration.json');

/** A few of the people, one of each role that does something of its own. */
export function signInsOf(cast: Cast): SignIn[] {
  const of = (organisation: string, role: string, person: Someone | undefined): SignIn[] =>
    person ? [{ organisation, role, email: person.email, password: demonstrationPassword }] : [];
  const retailer = cast.retailers.find((one) => one.place === 0);
  const body = cast.bodies[0];
  const cooperatives = cast.cooperatives.flatMap((one) => one ?? []).slice(0, 2);
  return [
    ...(retailer
      ? ofRetailer(retailer).flatMap(([role, person]) => of(retailer.facts.name, role, person))
      : []),
    ...cooperatives.flatMap((one: Cooperative) => of(one.facts.name, 'manager', one.manager)),
    ...(body ? ofBody(body).flatMap(([role, person]) => of(body.facts.name, role, person)) : []),
    ...of('Weftway', 'administrator', cast.administrators[0]),
  ];
}

function ofRetailer(retailer: Retailer): (readonly [string, Someone | undefined])[] {
  return (['requester', 'approver', 'owner'] as const).map((role) => [
    role,
    retailer.people[retailer.facts.people.findIndex((person) => person.roles.includes(role))],
  ]);
}

function ofBody(body: Body): (readonly [string, Someone | undefined])[] {
  return [
    ['officer', body.people[body.facts.leads.length]],
    ['lead', body.people[0]],
  ];
}

export async function writeSignIns(dataDir: string, people: readonly SignIn[]): Promise<void> {
  await writeFile(fileOf(dataDir), `${JSON.stringify(people, null, 2)}\n`);
}

/** Who can sign in, or nobody where no demonstration was loaded. */
export async function readSignIns(dataDir: string): Promise<SignIn[]> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as SignIn[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
