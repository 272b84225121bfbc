import { type OrganisationKind, systemActor } from '#platform';
import { administrators, bodies, type CooperativeFacts, type RetailerFacts } from './catalogue/index.js';
import { actorOf, addressOf, type Someone, type World } from './world.js';
import { type Cast, emptyCast } from './cast.js';
import { learnSchemes } from './stories/platform.story.js';

/** Those of the catalogue who are in the database already, from an earlier load. */
export async function knownCast(
  world: World,
  retailers: readonly RetailerFacts[],
  cooperatives: readonly CooperativeFacts[],
): Promise<Cast> {
  const people = await peopleByAddress(world);
  const cast = emptyCast();
  const find = (name: string, domain: string): Someone[] => people.get(addressOf(name, domain)) ?? [];
  cast.administrators.push(...administrators.flatMap((name) => find(name, 'weftway')));
  if (cast.administrators.length === 0) {
    return cast;
  }
  await learnSchemes(world, cast);
  for (const facts of bodies) {
    const found = [...facts.leads, ...facts.officers].flatMap((name) => find(name, facts.domain));
    if (found[0]) {
      cast.bodies.push({ facts, id: found[0].actor.organisationId, people: found });
    }
  }
  retailers.forEach((facts, place) => {
    const found = facts.people.flatMap((person) => find(person.name, facts.domain));
    if (found[0]) {
      cast.retailers.push({ place, facts, id: found[0].actor.organisationId, people: found });
    }
  });
  cooperatives.forEach((facts, place) => {
    const [manager] = find(facts.manager, facts.domain);
    if (manager) {
      cast.cooperatives[place] = { facts, id: manager.actor.organisationId, manager };
    }
  });
  return cast;
}

async function peopleByAddress(world: World): Promise<Map<string, Someone[]>> {
  const rows = await world.database.read(systemActor('seed'), (tx) =>
    tx.query<{
      email: string;
      name: string;
      personId: string;
      organisationId: string;
      kind: OrganisationKind;
      roles: string[];
    }>(
      `select p.email, p.name, p.id as "personId", o.id as "organisationId", o.kind, m.roles
         from member m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
        where m.left_at is null and p.email like '%.example'`,
    ),
  );
  const found = new Map<string, Someone[]>();
  for (const { email, name, personId, organisationId, kind, roles } of rows) {
    const actor = actorOf({ id: organisationId, kind }, personId, roles);
    found.set(email, [...(found.get(email) ?? []), { name, email, actor }]);
  }
  return found;
}
