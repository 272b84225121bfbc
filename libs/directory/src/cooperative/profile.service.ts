import { Injectable } from '@nestjs/common';
import { assertVersion, Database, errors, type OrganisationActor, type Tx } from '#platform';
import { capacityOf } from './capacity.js';
import type { ProfileInput, ProfileView } from './cooperative.dto.js';
import { profileIsConsistent } from './profile.rules.js';

/** What a cooperative says of itself. */
@Injectable()
export class CooperativeProfileService {
  constructor(private readonly database: Database) {}

  async own(actor: OrganisationActor): Promise<ProfileView> {
    return this.database.read(actor, (tx) => profileOf(tx, actor.organisationId));
  }

  /** Creates the profile, or replaces the one of this version. */
  async put(actor: OrganisationActor, version: number | null, input: ProfileInput): Promise<ProfileView> {
    return this.database.inTransaction(actor, async (tx) => {
      profileIsConsistent(input, tx.now.getUTCFullYear(), await knownCrafts(tx));
      const before = await tx.maybeOne<{ version: number; published: boolean }>(
        'select version, published from cooperative_profile where cooperative_id = $1 for update',
        [actor.organisationId],
      );
      await (before ? replace(tx, before, version, input) : create(tx, input));
      await replaceCrafts(tx, input);
      tx.record({
        action: before ? 'profile.changed' : 'profile.created',
        subjectType: 'cooperative_profile',
        subjectId: actor.organisationId,
        from: before ? shown(before.published) : null,
        to: shown(input.published),
      });
      return profileOf(tx, actor.organisationId);
    });
  }
}

const shown = (published: boolean): string => (published ? 'published' : 'hidden');

async function create(tx: Tx, input: ProfileInput): Promise<void> {
  const created = await tx.execute(
    `insert into cooperative_profile (cooperative_id, place, region, founded, makers, makers_women, languages, story, published)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [tx.actor.organisationId, ...columnsOf(input)],
  );
  if (created === 0) {
    throw errors.version_conflict();
  }
}

async function replace(
  tx: Tx,
  before: { version: number },
  version: number | null,
  input: ProfileInput,
): Promise<void> {
  if (version === null) {
    throw errors.version_required();
  }
  assertVersion(before, version);
  await tx.execute(
    `update cooperative_profile
        set place = $2, region = $3, founded = $4, makers = $5, makers_women = $6, languages = $7, story = $8,
            published = $9, version = version + 1
      where cooperative_id = $1`,
    [tx.actor.organisationId, ...columnsOf(input)],
  );
}

function columnsOf(input: ProfileInput): unknown[] {
  return [
    input.place,
    input.region || null,
    input.founded ?? null,
    input.makers,
    input.makersWomen,
    input.languages,
    input.story,
    input.published,
  ];
}

async function replaceCrafts(tx: Tx, input: ProfileInput): Promise<void> {
  await tx.execute('delete from cooperative_craft where cooperative_id = $1', [tx.actor.organisationId]);
  await tx.execute(
    `insert into cooperative_craft (cooperative_id, craft_code, pieces_per_month, work_hours_per_month)
     select $1, "craftCode", "piecesPerMonth", "workHoursPerMonth"
       from jsonb_to_recordset($2) as k("craftCode" text, "piecesPerMonth" numeric, "workHoursPerMonth" numeric)`,
    [tx.actor.organisationId, JSON.stringify(input.crafts)],
  );
}

async function profileOf(tx: Tx, cooperativeId: string): Promise<ProfileView> {
  return tx.one<ProfileView>(
    `select p.cooperative_id as "cooperativeId", p.place, p.region, p.founded, p.makers, p.makers_women as "makersWomen",
            p.languages, p.story, p.published, p.version, ${capacityOf('p.cooperative_id')} as crafts
       from cooperative_profile p where p.cooperative_id = $1`,
    [cooperativeId],
  );
}

async function knownCrafts(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>('select code from craft');
  return new Set(rows.map((row) => row.code));
}
