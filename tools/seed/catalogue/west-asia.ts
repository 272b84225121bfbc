import { type CooperativeFacts, crafts, products } from './facts.js';

/** Turkey. All invented; places and crafts are not. */
export const westAsia: readonly CooperativeFacts[] = [
  {
    name: 'Ayvacık Kök Boya Kilim Kooperatifi',
    domain: 'ayvacik-kilim',
    country: 'TR',
    place: 'Ayvacık',
    region: 'Çanakkale',
    street: 'Cumhuriyet Mahallesi 46',
    languages: ['tr', 'en'],
    founded: 2002,
    makers: 96,
    women: 92,
    manager: 'Gülsüm Yörükoğlu',
    maker: 'Emine Karakaya',
    crafts: crafts(
      'carpets 520 pieces, hand_spinning 700 hours, natural_dyeing 500 hours, hand_weaving 600 pieces',
    ),
    schemes: ['GOODWEAVE', 'RWS', 'WFTO-GUARANTEED'],
    story:
      'Village women of Yörük families dye with madder, weld and indigo and weave only wool that they have sheared. A rug is priced by knots and days, and both stand on its label. The cooperative closed its books in public in the two years when sales were poor.',
    products: products(`
      Kilim, root-dyed wool, 90 x 150 cm | Slit weave, village patterns | carpets | C62 | 128.00 EUR | 8 | 100 | 570210
      Rug, hand knotted, 120 x 180 cm | 12 knots per square cm, plant dyes | carpets | C62 | 342.00 EUR | 4 | 150 | 570110
      Cushion cover, kilim, 50 cm | Wool face, cotton back | carpets | C62 | 1180 TRY | 40 | 60 | 630499
      Throw, wool, 130 x 170 cm | Handwoven, natural brown | hand_weaving | C62 | 52.00 EUR | 20 | 70 | 630120
    `),
  },
  {
    name: 'Buldan Bezi ve Oya Kadın Kooperatifi',
    domain: 'buldan-oya',
    country: 'TR',
    place: 'Buldan',
    region: 'Denizli',
    street: 'Çarşı Caddesi 12',
    languages: ['tr', 'en'],
    founded: 2015,
    makers: 88,
    women: 84,
    manager: 'Nurhan Dokumacı',
    crafts: crafts('hand_weaving 4200 pieces, lace 900 hours, crochet 1900 pieces, soap 6000 pieces'),
    schemes: ['OEKOTEX100', 'GOTS', 'WFTO-GUARANTEED'],
    story:
      'Buldan cloth crinkles when it is first washed and stays light for years. Needle lace edges are made by women who work by the window and send their pieces with the school bus. Olive oil soap began as a way to use what the presses left.',
    products: products(`
      Peshtemal, cotton, 95 x 180 cm | Handloom, twisted fringe | hand_weaving | C62 | 9.40 EUR | 80 | 45 | 630291
      Kitchen towel, linen and cotton, 50 x 70 cm | Set of two | hand_weaving | SET | 7.80 EUR | 80 | 45 | 630291
      Tablecloth, Buldan cotton, 150 x 220 cm | Crinkled, needle lace edge | lace | C62 | 1480 TRY | 20 | 65 | 630251
      Soap, olive oil and laurel, 150 g | Boiled, aged nine months | soap | C62 | 1.95 EUR | 300 | 30 | 340111
      Washcloth, crocheted cotton | Organic cotton, set of three | crochet | SET | 5.60 EUR | 100 | 45 | 630299
    `),
  },
];
