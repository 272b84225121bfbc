import { CooperativeProfileService, PhotoService, ProductService } from '#directory';
import { countries, type CooperativeFacts, type ProductFacts } from '../catalogue/index.js';
import type { Story } from '../history.js';
import { productPhoto } from '../pictures/product-photo.js';
import { hour, type Moment } from '../plan/moments.js';
import type { Random } from '../random.js';
import { addressOf, type Someone, upload, type World } from '../world.js';
import { administratorOf, type Cast } from '../cast.js';

/** A cooperative applies, is admitted, and shows what it is and makes. */
export async function* cooperativeStory(
  world: World,
  cast: Cast,
  place: number,
  facts: CooperativeFacts,
  /** When it has come in; it applied before. */
  joined: Moment,
  random: Random,
): Story {
  const country = countries[facts.country];
  if (!country) {
    throw new Error(`The catalogue knows nothing of ${facts.country}`);
  }
  const applies = joined - random.between(20 * hour, 60 * hour);
  yield applies;
  const reader = { language: facts.languages[0] ?? 'en', timeZone: country.timeZone };
  const id = await world.apply({
    kind: 'cooperative',
    name: facts.name,
    country: facts.country,
    street: facts.street,
    city: facts.place,
    region: facts.region,
    contactName: facts.manager,
    email: addressOf(facts.manager, facts.domain),
    phone: `${country.dialling} 555 ${random.whole(1_000, 9_999)}`,
    currency: country.currency,
    ...reader,
  });

  yield joined - random.between(2 * hour, 18 * hour);
  const invitation = await world.admit(administratorOf(cast), id);

  yield joined;
  const manager = await world.accept(
    invitation,
    { name: facts.manager, ...reader },
    { id, kind: 'cooperative' },
    ['manager'],
  );
  if (facts.maker) {
    await world.bring(
      manager.actor,
      { name: facts.maker, email: addressOf(facts.maker, facts.domain), ...reader },
      ['maker'],
    );
  }
  await world.get(CooperativeProfileService).put(manager.actor, null, {
    place: facts.place,
    region: facts.region,
    founded: facts.founded,
    makers: facts.makers,
    makersWomen: facts.women,
    languages: [...facts.languages],
    story: facts.story,
    published: true,
    crafts: facts.crafts.map(({ craftCode, pieces, hours }) => ({
      craftCode,
      piecesPerMonth: pieces === null ? null : String(pieces),
      workHoursPerMonth: hours === null ? null : String(hours),
    })),
  });
  await Promise.all(
    facts.products.map((product) => show(world, manager, product, random.fork(product.name))),
  );
  cast.cooperatives[place] = { facts, id, manager };
}

async function show(world: World, manager: Someone, product: ProductFacts, random: Random): Promise<void> {
  const photo = await world
    .get(PhotoService)
    .add(
      manager.actor,
      upload(
        `${product.name.replace(/[^A-Za-z0-9]+/g, '-')}.webp`,
        'image/webp',
        await productPhoto(product, random),
      ),
    );
  await world.get(ProductService).create(manager.actor, {
    name: product.name,
    description: product.description,
    craftCode: product.craftCode,
    unitCode: product.unitCode,
    priceFrom: product.price,
    currency: product.currency,
    minimumQuantity: product.minimum,
    leadTimeDays: product.leadTimeDays,
    hsCode: product.hsCode,
    photoFileId: photo.id,
    // One in fifteen is being worked on and not shown yet.
    published: !random.chance(1 / 15),
  });
}
