import { Schemes } from '#compliance';
import { MemberService } from '#identity';
import { Database, Rates, systemActor } from '#platform';
import { foundPlatform } from '../../bootstrap/bootstrap.js';
import { administrators, type BodyFacts, bodies, rateFacts } from '../catalogue/index.js';
import type { Story } from '../history.js';
import { hour, type Moment } from '../plan/moments.js';
import { addressOf, type World } from '../world.js';
import { administratorOf, type Body, type Cast } from '../cast.js';

/** The platform's own people, its rates, and the assurance bodies: there before anyone else. */
export async function* platformStory(world: World, cast: Cast, start: Moment): Story {
  yield start;
  const [first, second] = administrators;
  const email = addressOf(first, 'weftway');
  const { organisationId, invitationId } = await world
    .get(Database)
    .inTransaction(systemActor('seed'), (tx) => foundPlatform(tx, world.get(MemberService), email));
  const platform = { id: organisationId, kind: 'platform' as const };
  const founder = await world.accept({ invitationId, email }, { name: first }, platform, ['administrator']);
  cast.administrators.push(
    founder,
    await world.bring(founder.actor, { name: second, email: addressOf(second, 'weftway') }, [
      'administrator',
    ]),
  );
  for (const { day, source, perEuro } of rateFacts) {
    for (const [currency, rate] of Object.entries(perEuro)) {
      await world.get(Rates).enter(founder.actor, { currency, day, perEuro: rate, source });
    }
  }
  await learnSchemes(world, cast);
  yield start + hour;
  for (const facts of bodies) {
    cast.bodies.push(await admitBody(world, cast, facts));
  }
}

/** What the migrations have brought. */
export async function learnSchemes(world: World, cast: Cast): Promise<void> {
  for (const scheme of (await world.get(Schemes).list(administratorOf(cast))).items) {
    cast.schemes.set(scheme.code, { id: scheme.id, criteria: scheme.criteria.map((one) => one.code) });
  }
}

async function admitBody(world: World, cast: Cast, facts: BodyFacts): Promise<Body> {
  const { name, domain, country, street, city, postalCode, timeZone, currency } = facts;
  const [first, ...others] = facts.leads;
  const id = await world.apply({
    kind: 'assurance',
    name,
    country,
    street,
    city,
    postalCode,
    timeZone,
    currency,
    contactName: first,
    email: addressOf(first, domain),
  });
  const lead = await world.accept(
    await world.admit(administratorOf(cast), id),
    { name: first, timeZone },
    { id, kind: 'assurance' },
    ['lead'],
  );
  const people = [lead];
  for (const [colleagues, role] of [
    [others, 'lead'],
    [facts.officers, 'officer'],
  ] as const) {
    for (const colleague of colleagues) {
      people.push(
        await world.bring(lead.actor, { name: colleague, email: addressOf(colleague, domain), timeZone }, [
          role,
        ]),
      );
    }
  }
  return { facts, id, people };
}
