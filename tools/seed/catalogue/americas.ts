import { type CooperativeFacts, crafts, products } from './facts.js';

/** Guatemala, Honduras, Mexico, Peru, Bolivia. All invented; places and crafts are not. */
export const americas: readonly CooperativeFacts[] = [
  {
    name: 'Cooperativa Tejedoras de San Juan Laguna',
    domain: 'tejedoras-sanjuan',
    country: 'GT',
    place: 'San Juan La Laguna',
    region: 'Sololá',
    street: 'Calle Principal 2-14, Zona 1',
    languages: ['tzj', 'es'],
    founded: 2005,
    makers: 78,
    women: 78,
    manager: 'Micaela Cholotío Pérez',
    maker: 'Rosario Ujpán',
    crafts: crafts('hand_weaving 2300 pieces, natural_dyeing 480 hours, basketry 900 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF', 'NEST-SEAL'],
    story:
      'We spin brown cotton that was nearly lost, dye it with pericón, coconut and bark, and weave it on the back-strap loom. The moon is watched before dyeing, because it shows in the colour. Every member has one vote, and minutes are read aloud in Tz’utujil.',
    products: products(`
      Scarf, back-strap woven, 30 x 180 cm | Plant dyed cotton | hand_weaving | C62 | 16.80 USD | 40 | 55 | 621490
      Table runner, 40 x 180 cm | Cotton, jaspe stripes | hand_weaving | C62 | 152 GTQ | 40 | 55 | 630251
      Napkin, cotton, 45 cm | Plant dyed, set of four | hand_weaving | SET | 17.90 USD | 50 | 50 | 630251
      Basket, pine needle, 18 cm | Coiled with lid | basketry | C62 | 9.20 USD | 40 | 55 | 460219
      Towel, kitchen, 50 x 70 cm | Handwoven cotton | hand_weaving | C62 | 6.70 USD | 100 | 45 | 630291
    `),
  },
  {
    name: 'Red de Palma y Mimbre Santa Bárbara',
    domain: 'palma-santabarbara',
    country: 'HN',
    place: 'Ilama',
    region: 'Santa Bárbara',
    street: 'Barrio El Centro',
    languages: ['es'],
    founded: 2010,
    makers: 121,
    women: 109,
    manager: 'Suyapa Orellana Paz',
    crafts: crafts('basketry 3900 pieces, macrame 900 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FAIRFORLIFE'],
    story:
      'Junco palm is cut at the third leaf, boiled and bleached by the dew of the mountains. Our grandmothers wove hats for banana plantations; we weave baskets, fans and bags. The network replants junco along coffee plots, where it holds the soil.',
    products: products(`
      Basket, junco palm, 30 cm | Fine plait, two handles | basketry | C62 | 10.40 USD | 50 | 50 | 460219
      Hat, junco palm, wide brim | Unbleached, cotton band | basketry | C62 | 14.20 USD | 40 | 55 | 650400
      Tote, junco palm, 40 cm | Long leather handles | basketry | C62 | 468 HNL | 40 | 55 | 420292
      Bread basket, junco palm, 26 cm | Oval, open plait | basketry | C62 | 6.20 USD | 100 | 45 | 460219
    `),
  },
  {
    name: 'Sociedad de Palma Soyate de Tlamacazapa',
    domain: 'palma-soyate',
    country: 'MX',
    place: 'Tlamacazapa',
    region: 'Guerrero',
    street: 'Calle Hidalgo s/n',
    languages: ['nah', 'es'],
    founded: 2003,
    makers: 164,
    women: 148,
    manager: 'Eufemia Procopio',
    maker: 'Ángela Merino',
    crafts: crafts('basketry 5200 pieces'),
    schemes: ['WFTO-GUARANTEED', 'SMETA'],
    story:
      'Everyone in Tlamacazapa plaits palm, walking, talking and watching the goats. The society tested the old aniline dyes, found lead, and changed them all. Prices are agreed each January with the time sheets on the table.',
    products: products(`
      Tortilla basket with lid, 24 cm | Plaited palm, two colours | basketry | C62 | 128 MXN | 100 | 45 | 460219
      Storage basket, palm, 35 cm | Cylinder, folded rim | basketry | C62 | 9.80 USD | 60 | 50 | 460219
      Beach bag, palm, 45 cm | Plaited, leather handles | basketry | C62 | 13.90 USD | 50 | 50 | 420292
      Fan, palm, 25 cm | Fire fan with handle | basketry | C62 | 38 MXN | 300 | 35 | 460219
      Plant basket, palm, 20 cm | Lined | basketry | C62 | 4.90 USD | 120 | 40 | 460219
    `),
  },
  {
    name: 'Asociación Totora y Lana del Titicaca',
    domain: 'totora-titicaca',
    country: 'PE',
    place: 'Puno',
    region: 'Puno',
    street: 'Jirón Lima 455',
    languages: ['qu', 'ay', 'es'],
    founded: 2008,
    makers: 186,
    women: 171,
    manager: 'Yolanda Mamani Quispe',
    maker: 'Nélida Coila',
    crafts: crafts('knitting 6400 pieces, hand_weaving 1300 pieces, basketry 900 pieces'),
    schemes: ['WFTO-GUARANTEED', 'RWS', 'FTF'],
    story:
      'Knitters from eleven island and shore communities meet where a boat can reach all of them. Alpaca yarn comes from a mill owned by herders. A pullover has its size chart in stitches, so that one made in Amantaní fits like one made in Chucuito.',
    products: products(`
      Beanie, alpaca, hand knitted | Rib, eight colours | knitting | C62 | 9.80 USD | 100 | 50 | 650500
      Pullover, alpaca, yoke pattern | Hand knitted, sizes XS to XL | knitting | C62 | 54.00 USD | 30 | 80 | 611019
      Gloves, alpaca, fingerless | Hand knitted | knitting | PR | 8.60 USD | 100 | 50 | 611691
      Finger puppet, wool | Set of five animals | knitting | SET | 4.90 USD | 150 | 40 | 950300
      Basket, totora reed, 30 cm | Twined, natural | basketry | C62 | 29 PEN | 50 | 50 | 460219
    `),
  },
  {
    name: 'Taller Comunitario de Barro Negro San Bartolo',
    domain: 'barro-sanbartolo',
    country: 'MX',
    place: 'San Bartolo Coyotepec',
    region: 'Oaxaca',
    street: 'Calle Juárez 24',
    languages: ['es', 'zap'],
    founded: 2012,
    makers: 48,
    women: 33,
    manager: 'Doña Rufina Galán Simón',
    crafts: crafts('pottery 3600 pieces, wood_carving 900 pieces'),
    schemes: ['WFTO-GUARANTEED', 'NEST-SEAL'],
    story:
      'Black clay is burnished with quartz and smoked in pits at dusk. It cannot be glazed, so we say clearly that it is for flowers and light and not for soup. Carvers of copal wood joined to share a stall and now share the accounts.',
    products: products(`
      Vase, black clay, 24 cm | Burnished, pierced pattern | pottery | C62 | 16.90 USD | 36 | 60 | 691390
      Candle holder, black clay, 12 cm | Pierced | pottery | C62 | 142 MXN | 72 | 55 | 691390
      Planter, black clay, 20 cm | Matt, drainage hole | pottery | C62 | 11.60 USD | 48 | 60 | 691490
      Alebrije, copal wood, 15 cm | Carved and painted, signed | wood_carving | C62 | 27.00 USD | 20 | 75 | 442019
    `),
  },
  {
    name: 'Cooperativa Tinte Maya de Momostenango',
    domain: 'momostenango-lana',
    country: 'GT',
    place: 'Momostenango',
    region: 'Totonicapán',
    street: '3a Calle 4-20, Barrio Patzité',
    languages: ['quc', 'es'],
    founded: 2009,
    makers: 67,
    women: 38,
    manager: 'Candelaria Pelicó',
    crafts: crafts(
      'carpets 380 pieces, hand_weaving 700 pieces, hand_spinning 800 hours, felting 1600 pieces',
    ),
    schemes: ['GOODWEAVE', 'WFTO-GUARANTEED'],
    story:
      'Blankets are fulled by foot in the hot springs of Palá Chiquito, which is hard work and good company. Wool is bought from herders above three thousand metres. Women took over dyeing and the books in the same year.',
    products: products(`
      Blanket, fulled wool, 150 x 200 cm | Natural greys, brushed | hand_weaving | C62 | 58.00 USD | 15 | 75 | 630120
      Rug, wool, 120 x 180 cm | Flat weave, plant dyes | carpets | C62 | 128.00 USD | 8 | 95 | 570210
      Cushion cover, wool, 45 cm | Geometric | carpets | C62 | 176 GTQ | 40 | 60 | 630499
      Ornament, felted bird, 8 cm | Wool, cotton loop | felting | C62 | 2.60 USD | 200 | 45 | 950300
    `),
  },
  {
    name: 'Federación Artesanal Bordadoras de Sololá',
    domain: 'bordadoras-solola',
    country: 'GT',
    place: 'Panajachel',
    region: 'Sololá',
    street: 'Calle Santander 5-60',
    languages: ['cak', 'es', 'en'],
    founded: 2014,
    makers: 93,
    women: 91,
    manager: 'Ixchel Sajvín Cuc',
    crafts: crafts('embroidery 2600 pieces, beadwork 3900 pieces, tailoring 900 hours, crochet 1500 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Embroiderers from five towns put birds and maize on linen, and bead workers make what fits into an envelope. The federation has no workshop, only a store, a scale and a table for quality. Half of the board changes every year by rule.',
    products: products(`
      Pouch, hand embroidered, 22 cm | Birds on cotton, lined | embroidery | C62 | 8.90 USD | 60 | 50 | 420222
      Bracelet, glass beads | Loom woven, magnetic clasp | beadwork | C62 | 5.40 USD | 100 | 40 | 711790
      Ornament, beaded hummingbird, 6 cm | Glass beads on wire | beadwork | C62 | 24 GTQ | 200 | 40 | 711790
      Amigurumi llama, crochet, 18 cm | Cotton yarn, safe eyes | crochet | C62 | 9.60 USD | 60 | 55 | 950300
      Apron, embroidered | Cotton, adjustable | tailoring | C62 | 15.80 USD | 40 | 55 | 621142
    `),
  },
  {
    name: 'Comunidad Alfarera Quinua Ayacucho',
    domain: 'quinua-alfareros',
    country: 'PE',
    place: 'Quinua',
    region: 'Ayacucho',
    street: 'Plaza de Armas 118',
    languages: ['qu', 'es'],
    founded: 2006,
    makers: 55,
    women: 30,
    manager: 'Teodora Sánchez Limaco',
    maker: 'Lidia Aronés',
    crafts: crafts('pottery 4100 pieces, hand_weaving 500 pieces'),
    schemes: ['WFTO-GUARANTEED'],
    story:
      'Clay churches were set on roofs to bless a house; ours also travel in straw and paper to other roofs. Red and cream slips come from two pits that belong to the village. Families work at home and fire together, to save wood.',
    products: products(`
      Church, painted clay, 15 cm | Hand modelled, slip painted | pottery | C62 | 9.80 USD | 48 | 60 | 691390
      Nativity, eleven pieces, 9 cm | In padded box | pottery | SET | 26.50 USD | 24 | 75 | 691390
      Bowl, slip painted, 16 cm | Decorative | pottery | C62 | 24 PEN | 72 | 55 | 691390
      Mug, stoneware, 300 ml | Lead-free glaze | pottery | C62 | 5.20 USD | 120 | 60 | 691200
    `),
  },
  {
    name: 'Asociación de Tejidos Jalq’a de Sucre',
    domain: 'jalqa-sucre',
    country: 'BO',
    place: 'Sucre',
    region: 'Chuquisaca',
    street: 'Calle Pasaje Iturricha 314',
    languages: ['qu', 'es'],
    founded: 1997,
    makers: 139,
    women: 118,
    manager: 'Basilia Mamani Cruz',
    crafts: crafts('hand_weaving 800 pieces, knitting 1900 pieces, natural_dyeing 360 hours'),
    schemes: ['WFTO-GUARANTEED', 'RWS'],
    story:
      'A Jalq’a cloth is full of animals that nobody has seen, and no two are alike. Weaving takes from one to four months and is paid in thirds as it grows. Young women knit toys and caps to earn between cloths.',
    products: products(`
      Wall textile, jalq’a, 40 x 60 cm | Hand spun, plant dyed, named maker | hand_weaving | C62 | 98.00 USD | 4 | 120 | 630499
      Scarf, alpaca, 30 x 180 cm | Woven, natural colours | hand_weaving | C62 | 27.00 USD | 30 | 65 | 621420
      Cap with ear flaps, alpaca | Hand knitted chullo | knitting | C62 | 88 BOB | 60 | 50 | 650500
      Mittens, alpaca, child | Hand knitted, with cord | knitting | PR | 6.90 USD | 100 | 45 | 611691
    `),
  },
  {
    name: 'Cooperativa Artesanal La Paz Telar y Plata',
    domain: 'lapaz-telar',
    country: 'BO',
    place: 'El Alto',
    region: 'La Paz',
    street: 'Avenida Juan Pablo II 1220',
    languages: ['ay', 'es'],
    founded: 2013,
    makers: 84,
    women: 76,
    manager: 'Lourdes Choque Tarqui',
    maker: 'Delia Apaza',
    crafts: crafts('knitting 3600 pieces, jewellery 1400 pieces, felting 1200 pieces, leather 300 hours'),
    schemes: ['FTF', 'WFTO-GUARANTEED'],
    story:
      'Migrants from the high plain knit in groups of ten by neighbourhood, so that no one carries yarn across the city at night. Silversmiths cast with metal that is traced to one cooperative mine. Accounts hang on the door on the first Monday of the month.',
    products: products(`
      Cardigan, alpaca, hand knitted | Sizes XS to XL | knitting | C62 | 61.00 USD | 20 | 85 | 611019
      Headband, alpaca | Cable knit | knitting | C62 | 7.80 USD | 100 | 45 | 650500
      Earrings, silver 925, disc | Hammered, 2 cm | jewellery | PR | 12.90 USD | 50 | 50 | 711311
      Garland, felted wool leaves | 140 cm | felting | C62 | 58 BOB | 80 | 45 | 560290
    `),
  },
];
