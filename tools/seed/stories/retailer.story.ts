import { OrganisationService } from '#identity';
import type { RetailerFacts } from '../catalogue/index.js';
import type { Story } from '../history.js';
import { hour, type Moment } from '../plan/moments.js';
import type { Random } from '../random.js';
import { addressOf, type World } from '../world.js';
import { administratorOf, type Cast } from '../cast.js';

/** A retailer applies, is admitted, sets its limit and brings its people in. */
export async function* retailerStory(
  world: World,
  cast: Cast,
  place: number,
  facts: RetailerFacts,
  appliesAt: Moment,
  random: Random,
): Story {
  yield appliesAt;
  const [owner, ...colleagues] = facts.people;
  if (!owner) {
    throw new Error(`${facts.name} has nobody`);
  }
  const { name, domain, country, street, city, postalCode, region, phone, legalId, timeZone, currency } =
    facts;
  const details = {
    name,
    country,
    street,
    city,
    postalCode,
    region: region ?? null,
    phone,
    legalId,
    language: facts.language,
    timeZone,
    currency,
    contactName: owner.name,
    email: addressOf(owner.name, domain),
  };
  const id = await world.apply({ kind: 'retailer', ...details });

  yield appliesAt + random.between(3 * hour, 30 * hour);
  const invitation = await world.admit(administratorOf(cast), id);

  yield appliesAt + random.between(31 * hour, 40 * hour);
  const reader = { language: facts.language, timeZone };
  const first = await world.accept(
    invitation,
    { name: owner.name, ...reader },
    { id, kind: 'retailer' },
    owner.roles,
  );
  const organisations = world.get(OrganisationService);
  const { version } = await organisations.byId(first.actor, id);
  await organisations.change(first.actor, version, { ...details, approvalLimit: facts.approvalLimit });
  const others = await Promise.all(
    colleagues.map((person) =>
      world.bring(first.actor, { name: person.name, email: addressOf(person.name, domain), ...reader }, [
        ...person.roles,
      ]),
    ),
  );
  cast.retailers.push({ place, facts, id, people: [first, ...others] });
}
