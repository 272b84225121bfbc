import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CooperativeProfileService, Cooperatives, CraftService, ShowcaseService } from '#directory';
import { Database, type PersonActor, publicActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { certifying, gather } from '../compliance/certifying.js';

const code = (code: string): object => expect.objectContaining({ code });
const wrongAt = (pointer: string): object =>
  expect.objectContaining({ errors: [expect.objectContaining({ pointer })] });
const anyone = publicActor('test');

const profile = {
  place: 'Machakos',
  region: 'Eastern Kenya',
  founded: 2009,
  makers: 42,
  makersWomen: 37,
  languages: ['en', 'sw'],
  story: 'We weave sisal.',
  published: true,
  crafts: [{ craftCode: 'basketry', piecesPerMonth: '4000.500' }],
};

describe('a cooperative’s profile', () => {
  let context: TestContext;
  let profiles: CooperativeProfileService;
  let showcases: ShowcaseService;
  let manager: PersonActor;
  let buyer: PersonActor;

  beforeAll(async () => {
    context = await openTestContext();
    profiles = context.get(CooperativeProfileService);
    showcases = context.get(ShowcaseService);
    buyer = await context.member(await context.organisation('retailer'), 'retailer', ['requester']);
  });
  beforeEach(async () => {
    manager = await context.member(await context.organisation('cooperative'), 'cooperative', ['manager']);
  });
  afterAll(() => context.close());

  const stored = (): Promise<object[]> =>
    context.peek(
      `select p.*, (select json_agg(k order by k.craft_code) from cooperative_craft k where k.cooperative_id = p.cooperative_id) as crafts
         from cooperative_profile p where p.cooperative_id = $1`,
      [manager.organisationId],
    );

  it('is created by the first put and replaced by who read it', async () => {
    await expect(profiles.own(manager)).rejects.toEqual(code('not_found'));
    const made = await profiles.put(manager, null, profile);
    expect(made).toEqual({
      cooperativeId: manager.organisationId,
      ...profile,
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '4000.5', workHoursPerMonth: null }],
      version: 1,
    });
    const before = await stored();
    await expect(profiles.put(manager, null, profile)).rejects.toEqual(code('version_required'));
    await expect(profiles.put(manager, 7, profile)).rejects.toEqual(code('version_conflict'));
    expect(await stored()).toEqual(before);
    const changed = await profiles.put(manager, 1, {
      ...profile,
      founded: null,
      crafts: [{ craftCode: 'pottery', workHoursPerMonth: '1600' }],
    });
    expect(changed).toMatchObject({
      version: 2,
      founded: null,
      crafts: [{ craftCode: 'pottery', workHoursPerMonth: '1600' }],
    });
  });

  it('is refused where it contradicts itself, and stays as it was', async () => {
    await profiles.put(manager, null, profile);
    const before = await stored();
    await expect(profiles.put(manager, 1, { ...profile, makersWomen: 43 })).rejects.toEqual(
      wrongAt('/makersWomen'),
    );
    await expect(
      profiles.put(manager, 1, { ...profile, crafts: [{ craftCode: 'alchemy', piecesPerMonth: '1' }] }),
    ).rejects.toEqual(wrongAt('/crafts/0/craftCode'));
    expect(await stored()).toEqual(before);
    await expect(
      context.asApp(
        manager,
        'update cooperative_profile set makers_women = makers + 1 where cooperative_id = $1',
        [manager.organisationId],
      ),
    ).rejects.toMatchObject({ constraint: 'women_among_makers' });
    expect(await stored()).toEqual(before);
  });

  it('of two first puts at once one is kept', async () => {
    const outcomes = await Promise.allSettled([
      profiles.put(manager, null, profile),
      profiles.put(manager, null, profile),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is shown when published and gone when hidden', async () => {
    const id = manager.organisationId;
    await profiles.put(manager, null, { ...profile, published: false });
    const of = async <Result>(
      work: (cooperatives: Cooperatives) => (tx: never) => Promise<Result>,
    ): Promise<Result> =>
      context.get(Database).read(buyer, (tx) => work(context.get(Cooperatives))(tx as never));
    await expect(showcases.forBuyer(buyer, id)).rejects.toEqual(code('not_found'));
    expect(
      await context.asApp(buyer, 'select * from cooperative_profile where cooperative_id = $1', [id]),
    ).toEqual([]);
    expect(
      await context.asApp(buyer, 'select * from cooperative_craft where cooperative_id = $1', [id]),
    ).toEqual([]);
    expect(await of((cooperatives) => (tx) => cooperatives.published(tx, [id]))).toEqual(new Set());
    expect((await of((cooperatives) => (tx) => cooperatives.summaries(tx, [id]))).get(id)).toMatchObject({
      id,
      makers: null,
    });
    await profiles.put(manager, 1, profile);
    expect(await of((cooperatives) => (tx) => cooperatives.published(tx, [id]))).toEqual(new Set([id]));
    expect((await of((cooperatives) => (tx) => cooperatives.summaries(tx, [id]))).get(id)).toMatchObject({
      id,
      country: 'KE',
      place: 'Machakos',
      makers: 42,
      makersWomen: 37,
    });
    expect(await showcases.forBuyer(buyer, id)).toMatchObject({
      id,
      crafts: [{ code: 'basketry', name: 'Basketry' }],
      capacity: [{ piecesPerMonth: '4000.5' }],
      products: [],
    });
    expect(await showcases.byId(anyone, id)).not.toHaveProperty('capacity');
  });

  it('is changed by its own people alone', async () => {
    await profiles.put(manager, null, profile);
    const before = await stored();
    const stranger = await context.member(await context.organisation('cooperative'), 'cooperative', [
      'manager',
    ]);
    const changed = await context.asApp(
      stranger,
      `update cooperative_profile set story = 'theirs' where cooperative_id = $1 returning cooperative_id`,
      [manager.organisationId],
    );
    expect(changed).toEqual([]);
    await expect(profiles.own(stranger)).rejects.toEqual(code('not_found'));
    expect(await stored()).toEqual(before);
  });

  it('is found by name, place, craft, country and certificate', async () => {
    const cast = await gather(context);
    await profiles.put(cast.manager, null, { ...profile, place: 'Wote' });
    await profiles.put(manager, null, { ...profile, crafts: [{ craftCode: 'glass', piecesPerMonth: '10' }] });
    const { reference } = await certifying(context, cast).granted();
    const found = async (query: object): Promise<string[]> =>
      (await showcases.list(buyer, { limit: 100, ...query })).items.map((one) => one.id);
    expect(await found({ search: 'kiondo' })).toEqual([cast.cooperativeId]);
    expect(await found({ search: 'WOTE' })).toEqual([cast.cooperativeId]);
    expect(await found({ craft: 'glass' })).toEqual([manager.organisationId]);
    expect(await found({ country: 'IN' })).toEqual([]);
    expect(await found({ schemeId: cast.schemeId })).toEqual([cast.cooperativeId]);
    expect((await showcases.list(anyone, { schemeId: cast.schemeId })).items[0]?.certificates).toEqual([
      {
        reference,
        schemeId: cast.schemeId,
        schemeCode: 'SA8000',
        scheme: 'SA8000 certification',
        validUntil: expect.any(String),
      },
    ]);
    const all = await found({});
    const first = await showcases.list(buyer, { limit: 1 });
    const rest = await showcases.list(buyer, { limit: 100, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map((one) => one.id)).toEqual(all);
  });

  it('names crafts that anyone can list', async () => {
    const { items } = await context.get(CraftService).list(anyone);
    expect(items.length).toBeGreaterThanOrEqual(25);
    expect(items).toContainEqual({ code: 'macrame', name: 'Macramé' });
  });
});
