import { OrganisationService } from '#identity';
import { applicants } from '../catalogue/index.js';
import type { Story } from '../history.js';
import { day, type Moment } from '../plan/moments.js';
import { addressOf, type World } from '../world.js';
import { administratorOf, type Cast } from '../cast.js';

/** Someone who waits to be admitted, or who was refused. */
export async function* applicantStory(
  world: World,
  cast: Cast,
  applicant: (typeof applicants)[number],
  now: Moment,
): Story {
  yield now - applicant.daysAgo * day;
  const { kind, name, country, city, currency, contactName } = applicant;
  const id = await world.apply({
    kind,
    name,
    country,
    city,
    currency,
    contactName,
    email: addressOf(contactName, applicant.domain),
  });
  if (applicant.refusedFor) {
    yield now - (applicant.daysAgo - 1.4) * day;
    const organisations = world.get(OrganisationService);
    const { version } = await organisations.byId(administratorOf(cast), id);
    await organisations.refuse(administratorOf(cast), id, version, applicant.refusedFor);
  }
}
