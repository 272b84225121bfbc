import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { CooperativeProfileService, PhotoService, ProductService, ShowcaseService } from '#directory';
import { type PersonActor, publicActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

const code = (code: string): object => expect.objectContaining({ code });
const wrongAt = (pointer: string): object =>
  expect.objectContaining({ errors: [expect.objectContaining({ pointer })] });
const anyone = publicActor('test');

const basket = {
  name: 'Sisal basket, 30 cm',
  description: 'Hand woven with natural dyes, 100% sisal',
  craftCode: 'basketry',
  unitCode: 'C62',
  priceFrom: '8.400000',
  currency: 'EUR',
  minimumQuantity: '50',
  published: true,
};
const photo = {
  name: 'basket.png',
  bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  mediaType: 'image/png',
  fields: {},
};

describe('products', () => {
  let context: TestContext;
  let products: ProductService;
  let photos: PhotoService;
  let maker: PersonActor;
  let stranger: PersonActor;

  beforeAll(async () => {
    context = await openTestContext();
    products = context.get(ProductService);
    photos = context.get(PhotoService);
    maker = await context.member(await context.organisation('cooperative'), 'cooperative', ['maker']);
    stranger = await context.member(await context.organisation('cooperative'), 'cooperative', ['manager']);
    await context.get(CooperativeProfileService).put(maker, null, {
      place: 'Machakos',
      makers: 3,
      makersWomen: 3,
      languages: [],
      story: '',
      published: true,
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '10' }],
    });
  });
  afterAll(() => context.close());

  it('are made, changed and removed by their cooperative', async () => {
    const made = await products.create(maker, basket);
    expect(made).toMatchObject({ priceFrom: '8.4', minimumQuantity: '50', leadTimeDays: null, version: 1 });
    const changed = await products.change(maker, made.id, 1, {
      ...basket,
      name: 'Sisal basket, 40 cm',
      published: false,
    });
    expect(changed).toMatchObject({ name: 'Sisal basket, 40 cm', version: 2 });
    await expect(products.change(maker, made.id, 1, basket)).rejects.toEqual(code('version_conflict'));
    await products.remove(maker, made.id);
    await expect(products.byId(maker, made.id)).rejects.toEqual(code('not_found'));
  });

  it('name a craft that exists and a photo of their own', async () => {
    const theirs = await photos.add(stranger, photo);
    const count = async (): Promise<unknown> => (await context.peek('select count(*) from product'))[0];
    const before = await count();
    await expect(products.create(maker, { ...basket, craftCode: 'alchemy' })).rejects.toEqual(
      wrongAt('/craftCode'),
    );
    await expect(products.create(maker, { ...basket, photoFileId: theirs.id })).rejects.toEqual(
      wrongAt('/photoFileId'),
    );
    expect(await count()).toEqual(before);
  });

  it('are nobody else’s to see before they are shown, nor to change after', async () => {
    const hidden = await products.create(maker, { ...basket, published: false });
    await expect(products.byId(stranger, hidden.id)).rejects.toEqual(code('not_found'));
    expect(await context.asApp(stranger, 'select * from product where id = $1', [hidden.id])).toEqual([]);
    expect(await context.asApp(null, 'select * from shown_product where id = $1', [hidden.id])).toEqual([]);
    const shown = await products.create(maker, basket);
    await expect(products.byId(stranger, shown.id)).rejects.toEqual(code('not_found'));
    await expect(products.change(stranger, shown.id, 1, basket)).rejects.toEqual(code('not_found'));
    await expect(products.remove(stranger, shown.id)).rejects.toEqual(code('not_found'));
    expect(
      await context.asApp(stranger, 'delete from product where id = $1 returning id', [shown.id]),
    ).toEqual([]);
    expect(await products.byId(maker, shown.id)).toMatchObject({ version: 1 });
  });

  it('are searched by words, and nothing typed is a wildcard', async () => {
    const own = await context.member(
      await context.organisation('cooperative', { country: 'NP' }),
      'cooperative',
      ['manager'],
    );
    await context.get(CooperativeProfileService).put(own, null, {
      place: 'Patan',
      makers: 1,
      makersWomen: 0,
      languages: [],
      story: '',
      published: true,
      crafts: [],
    });
    const felt = await products.create(own, {
      ...basket,
      name: 'Felt slippers',
      description: 'Wool_only',
      craftCode: 'felting',
    });
    const found = async (query: object): Promise<string[]> =>
      (await products.shown(anyone, query)).read().items.map((one) => one.id);
    expect(await found({ search: 'SLIPPERS felt' })).toEqual([felt.id]);
    expect(await found({ search: 'slippers basket' })).toEqual([]);
    expect(await found({ search: 'wool_only' })).toEqual([felt.id]);
    expect(await found({ search: 'w__l' })).toEqual([]);
    expect(await found({ craft: 'felting', country: 'NP' })).toEqual([felt.id]);
    expect(await found({ cooperativeId: own.organisationId })).toEqual([felt.id]);
    expect((await products.list(own, { search: 'felt' })).items).toHaveLength(1);
    expect((await context.get(ShowcaseService).byId(anyone, own.organisationId)).products).toMatchObject([
      {
        id: felt.id,
        priceFrom: '8.4',
        craft: { code: 'felting', name: 'Felting' },
        cooperative: { place: 'Patan' },
      },
    ]);
    const profiles = context.get(CooperativeProfileService);
    await profiles.put(own, 1, { ...(await profiles.own(own)), published: false });
    expect(await found({ craft: 'felting' })).toEqual([]);
  });

  it('are listed by name or the newest first, page by page', async () => {
    const made: string[] = [];
    for (const name of ['B', 'A', 'C']) {
      made.unshift((await products.create(maker, { ...basket, name: `Sorted ${name}` })).id);
    }
    const read = async (sort: 'name' | 'newest'): Promise<string[]> => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = (await products.shown(anyone, { search: 'sorted', sort, limit: 1, cursor })).read();
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return found;
    };
    const [c, a, b] = made;
    expect(await read('newest')).toEqual(made);
    expect(await read('name')).toEqual([a, b, c]);
  });

  it('are found by their id once they are shown, and by a certificate that their cooperative holds', async () => {
    const hidden = await products.create(maker, { ...basket, published: false });
    await expect(products.shownById(anyone, hidden.id)).rejects.toEqual(code('not_found'));
    const shown = await products.create(maker, basket);
    expect(await products.shownById(anyone, shown.id)).toMatchObject({
      id: shown.id,
      priceFrom: '8.4',
      cooperative: { id: maker.organisationId, place: 'Machakos' },
    });
    const [scheme] = await context.peek<{ id: string }>('select id from scheme limit 1');
    expect((await products.shown(anyone, { schemeId: scheme?.id })).read().items).toEqual([]);
    expect(await context.get(ShowcaseService).figures(anyone)).toMatchObject({
      cooperatives: expect.any(Number),
      makersWomen: expect.any(Number),
      certificates: 0,
      countries: expect.arrayContaining(['KE']),
    });
  });

  it('have photos that are shown with them and not before', async () => {
    const added = await photos.add(maker, photo);
    await expect(photos.openShown(anyone, added.id)).rejects.toEqual(code('not_found'));
    await expect(photos.openOwn(stranger, added.id)).rejects.toEqual(code('not_found'));
    expect(await photos.openOwn(maker, added.id)).toMatchObject({ mediaType: 'image/png' });
    const shown = await products.create(maker, { ...basket, photoFileId: added.id });
    expect(await photos.openShown(anyone, added.id)).toMatchObject({ id: added.id });
    await products.change(maker, shown.id, 1, { ...basket, photoFileId: added.id, published: false });
    await expect(photos.openShown(anyone, added.id)).rejects.toEqual(code('not_found'));
    await expect(photos.add(maker, { ...photo, mediaType: 'image/svg+xml' })).rejects.toEqual(
      code('upload_type_refused'),
    );
  });

  it('have photos in the widths that screens need, without what a camera wrote into them', async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#b4432f' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Amina Mutheu' } })
      .toBuffer();
    const added = await photos.add(maker, { ...photo, bytes, mediaType: 'image/jpeg' });
    await expect(photos.openShown(anyone, added.id, 320)).rejects.toEqual(code('not_found'));
    const broken = await photos.add(maker, photo);
    await products.create(maker, { ...basket, photoFileId: added.id });
    await products.create(maker, { ...basket, photoFileId: broken.id });
    // Made, then kept.
    for (const _ of [1, 2]) {
      const small = await photos.openShown(anyone, added.id, 320);
      const read = await buffer(small.content);
      expect(small).toMatchObject({ mediaType: 'image/webp', size: read.length });
      expect(await sharp(read).metadata()).toMatchObject({ format: 'webp', width: 320, height: 213 });
      expect(read.includes('Amina')).toBe(false);
    }
    const large = await buffer((await photos.openShown(anyone, added.id, 1200)).content);
    expect(await sharp(large).metadata()).toMatchObject({ width: 900 });
    // What only begins as a picture does is sent as it came.
    expect(await photos.openShown(anyone, broken.id, 320)).toMatchObject({ mediaType: 'image/png' });
    const refused = await context.app.inject(`/v1/public/photos/${added.id}?width=5000`);
    expect(refused.statusCode).toBe(422);
  });

  it('are searched through the trigram index, also by the application’s role', async () => {
    await context.peek(`
      with made as (
        insert into organisation (id, kind, state, name, country, email, currency)
        select gen_random_uuid(), 'cooperative', 'admitted', 'Cooperative ' || n, 'KE', n || '@example.org', 'EUR'
          from generate_series(1, 200) n returning id
      ), shown as (
        insert into cooperative_profile (cooperative_id, place, makers, makers_women, published)
        select id, 'Town', 1, 1, true from made returning cooperative_id
      )
      insert into product (id, cooperative_id, name, craft_code, unit_code, price_from, currency, published)
      select gen_random_uuid(), cooperative_id, md5(n || cooperative_id::text), 'basketry', 'C62', 1, 'EUR', true
        from shown, generate_series(1, 100) n`);
    await context.peek('analyze organisation, cooperative_profile, product');
    const plan = await context.asApp<{ 'QUERY PLAN': string }>(
      null,
      `explain select id from shown_product p where (p.name || ' ' || p.description) ilike '%sisal%' order by p.name, p.id limit 26`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('product_text');
  });
});
