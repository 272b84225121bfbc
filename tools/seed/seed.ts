import { systemActor } from '#platform';
import {
  applicants,
  bodies,
  cooperatives as cooperativeCatalogue,
  retailers as retailerCatalogue,
} from './catalogue/index.js';
import { DatabaseClock } from './clock.js';
import { signInsOf, writeSignIns } from './demonstration.js';
import { History } from './history.js';
import { planCertificates } from './plan/certificates.js';
import { day, historyDays, hour, type Moment } from './plan/moments.js';
import { planRequests } from './plan/requests.js';
import { Random } from './random.js';
import { applicantStory } from './stories/applicant.story.js';
import type { Cast } from './cast.js';
import { certificateStory, conflictStory } from './stories/certificate.story.js';
import { cooperativeStory } from './stories/cooperative.story.js';
import { knownCast } from './known-cast.js';
import { platformStory } from './stories/platform.story.js';
import { requestStory } from './stories/request.story.js';
import { retailerStory } from './stories/retailer.story.js';
import { World } from './world.js';

export interface SeedOptions {
  /** As api and worker have it, with `DATABASE_OWNER_URL`: the owner alone can move the clock. */
  env: Readonly<Record<string, string | undefined>>;
  /** How many of the catalogue; no more than it has. */
  retailers: number;
  cooperatives: number;
  requests: number;
  seed: number;
  say: (words: string) => void;
}

/**
 * Makes up seven months of a market through the services alone: every rule is kept, every entry is in the log, every document
 * and mail is made. Into an empty database with everyone, into one that has them with more requests between them.
 */
export async function seedDemonstration(options: SeedOptions): Promise<Cast> {
  const ownerUrl = options.env.DATABASE_OWNER_URL;
  const dataDir = options.env.DATA_DIR;
  if (!ownerUrl || !dataDir) {
    throw new Error('DATABASE_OWNER_URL and DATA_DIR are needed to load demonstration data');
  }
  const retailers = retailerCatalogue.slice(0, options.retailers);
  const cooperatives = cooperativeCatalogue.slice(0, options.cooperatives);
  const world = await World.open(options.env);
  const clock = await DatabaseClock.open(ownerUrl);
  try {
    const now = Date.now();
    const start = now - historyDays * day;
    const random = new Random(options.seed);
    const cast = await knownCast(world, retailers, cooperatives);
    const isNew = cast.administrators.length === 0;
    const history = new History(clock, world.database, world.handlers, now);
    await clock.turnBack(start);
    if (isNew) {
      await bringEveryone(world, cast, history, { retailers, cooperatives, start, now, random });
    }
    const plans = planRequests({
      count: options.requests,
      retailers: isNew ? retailers : retailers.slice(0, cast.retailers.length),
      now,
      // What is added to a database with requests is not the same once more.
      random: random.fork(`requests after ${await requestsSoFar(world)}`),
    });
    for (const plan of plans) {
      await history.begin(requestStory(world, cast, history, plan));
    }
    await history.tell(options.requests > 200 ? 6 : 1, (at, steps) =>
      options.say(`demonstration data: ${steps} steps, ${new Date(at).toISOString().slice(0, 10)}`),
    );
    await writeSignIns(dataDir, signInsOf(cast));
    return cast;
  } finally {
    await clock.release();
    await clock.close();
    await world.close();
  }
}

async function requestsSoFar(world: World): Promise<string> {
  const { count } = await world.database.read(systemActor('seed'), (tx) =>
    tx.one<{ count: string }>('select count(*) from request'),
  );
  return count;
}

interface Scope {
  retailers: readonly (typeof retailerCatalogue)[number][];
  cooperatives: readonly (typeof cooperativeCatalogue)[number][];
  start: Moment;
  now: Moment;
  random: Random;
}

async function bringEveryone(world: World, cast: Cast, history: History, scope: Scope): Promise<void> {
  const { retailers, cooperatives, start, now, random } = scope;
  await history.begin(platformStory(world, cast, start));
  for (const [place, facts] of retailers.entries()) {
    const own = random.fork(`retailer ${facts.domain}`);
    await history.begin(
      retailerStory(world, cast, place, facts, start + own.between(4 * hour, 3 * day), own),
    );
  }
  const joined = cooperatives.map((facts, place) => joinedAt(place, start, random.fork(facts.domain)));
  for (const [place, facts] of cooperatives.entries()) {
    const own = random.fork(`cooperative ${facts.domain}`);
    await history.begin(cooperativeStory(world, cast, place, facts, joined[place] ?? now, own));
  }
  const { certificates, conflicts } = planCertificates({ cooperatives, bodies, joined, now, random });
  for (const plan of certificates) {
    await history.begin(certificateStory(world, cast, plan));
  }
  for (const plan of conflicts) {
    await history.begin(conflictStory(world, cast, plan));
  }
  for (const applicant of applicants) {
    await history.begin(applicantStory(world, cast, applicant, now));
  }
}

/** Two of three in the first weeks, the others over the next months. */
function joinedAt(place: number, start: Moment, random: Random): Moment {
  return start + (place % 3 < 2 ? random.between(5, 22) : random.between(22, 120)) * day;
}
