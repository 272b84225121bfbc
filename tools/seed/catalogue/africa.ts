import { type CooperativeFacts, crafts, products } from './facts.js';

/** Kenya, Uganda, Rwanda, Tanzania, Ethiopia, Ghana, Senegal, Morocco. All invented; places and crafts are not. */
export const africa: readonly CooperativeFacts[] = [
  {
    name: 'Mutheu Kiondo Weavers Cooperative',
    domain: 'mutheu-kiondo',
    country: 'KE',
    place: 'Machakos',
    region: 'Eastern Kenya',
    street: 'Mbolu Malu Road, Plot 14',
    languages: ['en', 'sw', 'kam'],
    founded: 2009,
    makers: 64,
    women: 61,
    manager: 'Amina Wanjiru Mutua',
    maker: 'Grace Ndinda',
    crafts: crafts('basketry 2600 pieces, natural_dyeing 320 hours'),
    schemes: ['WFTO-GUARANTEED', 'NEST-SEAL', 'SMETA'],
    story:
      'Sixty-four weavers from nine villages twist sisal from their own hedges into thread on the thigh and weave it at home. They meet on Tuesdays under the acacia at the store to measure, pay and share orders. Dyes come from tea, charcoal and the bark of the muthanga tree. Half of each season’s surplus pays secondary school fees.',
    products: products(`
      Kiondo shopper, sisal, 32 cm | Finely twined shopper with vegetable-tanned handles, natural with two dyed bands | basketry | C62 | 1480 KES | 50 | 45 | 460219
      Round storage basket, sisal, 30 cm | Twined, holds its shape, dyed with tea and bark | basketry | C62 | 8.90 EUR | 60 | 45 | 460219
      Planter basket, sisal, 24 cm | Tapered, with a waxed cotton liner | basketry | C62 | 7.60 EUR | 80 | 40 | 460219
      Bread basket, oval, 28 cm | Coiled sisal over grass, washable with a damp cloth | basketry | C62 | 6.20 EUR | 100 | 40 | 460219
      Sisal twine, hand spun, natural | Thigh-rolled twine in hanks of one kilogram | natural_dyeing | KGM | 11.50 EUR | 20 | 30 | 560900
    `),
  },
  {
    name: 'Bwindi Raffia and Millet Weavers',
    domain: 'bwindi-weavers',
    country: 'UG',
    place: 'Kisoro',
    region: 'Western Uganda',
    street: 'Mutolere Road',
    languages: ['en', 'lg', 'nyn'],
    founded: 2012,
    makers: 118,
    women: 112,
    manager: 'Peace Tumuhimbise',
    maker: 'Immaculate Kyomugisha',
    crafts: crafts('basketry 3400 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FAIRFORLIFE'],
    story:
      'Women on the forest edge coil millet straw and raffia after the morning in the fields. A raised bowl of thirty centimetres takes one weaver four days. The cooperative buys raffia in bulk so that no maker goes into debt for material, and pays on the day a basket is checked.',
    products: products(`
      Raised bowl, millet and raffia, 30 cm | Coiled bowl with a four-colour star, food safe dyes | basketry | C62 | 9.40 USD | 60 | 50 | 460219
      Wall basket, flat, 35 cm | Flat coiled disc with hanging loop, mixed patterns | basketry | C62 | 12.80 USD | 40 | 55 | 460219
      Trivet, millet straw, 20 cm | Thick coil, stands heat to 180 degrees | basketry | C62 | 4.10 USD | 150 | 40 | 460219
      Lidded jar, raffia, 22 cm | Coiled jar with a fitted lid | basketry | C62 | 46000 UGX | 40 | 55 | 460219
    `),
  },
  {
    name: 'Bolga Straw Makers Union (Yelimani)',
    domain: 'yelimani-straw',
    country: 'GH',
    place: 'Bolgatanga',
    region: 'Upper East Region',
    street: 'Zuarungu Road, near the market',
    languages: ['en', 'gur'],
    founded: 2004,
    makers: 246,
    women: 209,
    manager: 'Atampugre Agnes Ayine',
    maker: 'Lariba Akolgo',
    crafts: crafts('basketry 7200 pieces, leather 400 hours'),
    schemes: ['WFTO-GUARANTEED', 'FTF', 'SMETA'],
    story:
      'Our members split, twist and dye elephant grass and weave it upright from the base. The handles are wrapped by leather workers in the next street. In the dry season, when the fields rest, a weaver can finish five market baskets a week.',
    products: products(`
      Market basket, round, large, 38 cm | Elephant grass with goat leather handle, mixed colours | basketry | C62 | 11.20 USD | 60 | 50 | 460219
      Market basket, round, natural, 32 cm | Undyed elephant grass, leather handle | basketry | C62 | 9.60 USD | 60 | 45 | 460219
      Oval shopper, 40 cm | Two short handles wrapped in leather | basketry | C62 | 128 GHS | 50 | 50 | 460219
      Laundry basket with lid, 55 cm | Upright basket, two side handles | basketry | C62 | 27.50 USD | 20 | 60 | 460219
      Pot basket, 20 cm | Small planter without handle | basketry | C62 | 4.80 USD | 120 | 40 | 460219
    `),
  },
  {
    name: 'Agaseke Umurava Cooperative',
    domain: 'agaseke-umurava',
    country: 'RW',
    place: 'Muhanga',
    region: 'Southern Province',
    street: 'KN 2 Street, Gitarama centre',
    languages: ['rw', 'en', 'fr'],
    founded: 2007,
    makers: 152,
    women: 150,
    manager: 'Clarisse Uwimana',
    maker: 'Béatrice Mukamana',
    crafts: crafts('basketry 2900 pieces'),
    schemes: ['WFTO-GUARANTEED', 'NEST-SEAL'],
    story:
      'Weavers from both sides of a hard history began this cooperative with twelve baskets and one buyer. Sweetgrass and sisal are sewn stitch by stitch with a needle, and a peace basket carries the mark of its maker inside the lid. Health insurance for every weaver’s household is paid first, then the dividend.',
    products: products(`
      Peace basket with lid, 25 cm | Sweetgrass and sisal, zigzag pattern, maker’s mark inside | basketry | C62 | 13.20 EUR | 30 | 60 | 460219
      Fruit bowl, sisal, 30 cm | Stitched sisal over sweetgrass, black and ivory | basketry | C62 | 10.80 EUR | 50 | 50 | 460219
      Pendant lampshade, sweetgrass, 40 cm | Open stitched shade without fitting | basketry | C62 | 24.00 EUR | 20 | 65 | 460219
      Napkin ring, sisal | Set of six in a cotton pouch | basketry | SET | 9800 RWF | 60 | 35 | 460219
    `),
  },
  {
    name: 'Rongai Beadwork Women’s Cooperative',
    domain: 'rongai-beads',
    country: 'KE',
    place: 'Kajiado',
    region: 'Rift Valley',
    street: 'Namanga Road, Plot 3',
    languages: ['mas', 'sw', 'en'],
    founded: 2014,
    makers: 87,
    women: 87,
    manager: 'Naserian Sankaire',
    crafts: crafts('beadwork 5200 pieces, leather 260 hours'),
    schemes: ['WFTO-GUARANTEED', 'NEST-SEAL'],
    story:
      'Maasai women bead collars, belts and table goods at four homesteads, each with its own colour order. Glass beads are bought in one lot a year and weighed out, so nothing is lost. Earnings go to the maker’s own phone account, never through a third hand.',
    products: products(`
      Beaded napkin ring, set of four | Glass beads on wire, four colour orders | beadwork | SET | 690 KES | 60 | 35 | 711790
      Beaded collar, flat, 28 cm | Traditional flat collar on wire and leather | beadwork | C62 | 14.50 EUR | 30 | 45 | 711790
      Dog collar, leather and beads, medium | Cowhide collar with beaded face | leather | C62 | 9.20 EUR | 60 | 45 | 420500
      Key ring, beaded disc | Leather back, brass ring | beadwork | C62 | 240 KES | 200 | 30 | 711790
    `),
  },
  {
    name: 'Tinga and Makonde Carvers Cooperative Mtwara',
    domain: 'makonde-mtwara',
    country: 'TZ',
    place: 'Mtwara',
    region: 'Southern Tanzania',
    street: 'Makonde Road 8',
    languages: ['sw', 'en', 'kde'],
    founded: 2006,
    makers: 58,
    women: 31,
    manager: 'Zainabu Hamisi Nanjota',
    crafts: crafts('wood_carving 3100 pieces, basketry 700 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FSC-COC'],
    story:
      'Carvers work blackwood and neem offcuts from village forests that the cooperative helps to replant, five seedlings for each log. Women joined first as sanders and polishers and now carve a third of the spoons and bowls. Every piece is oiled with cashew oil pressed in town.',
    products: products(`
      Salad servers, olive-toned neem | Pair, hand carved, cashew oil finish | wood_carving | PR | 5.60 EUR | 100 | 45 | 441920
      Bowl, neem wood, 22 cm | Turned by foot lathe and hand sanded | wood_carving | C62 | 9.80 EUR | 60 | 50 | 441920
      Figure of ten, blackwood, 18 cm | Tree of life carving from offcuts | wood_carving | C62 | 38000 TZS | 20 | 60 | 442011
      Spice spoon, blackwood, 9 cm | Small scoop, polished | wood_carving | C62 | 1.35 EUR | 400 | 35 | 441920
    `),
  },
  {
    name: 'Iringa Milulu Basket Makers Group',
    domain: 'iringa-milulu',
    country: 'TZ',
    place: 'Iringa',
    region: 'Southern Highlands',
    street: 'Uhuru Avenue, Market Square',
    languages: ['sw', 'en'],
    founded: 2010,
    makers: 206,
    women: 201,
    manager: 'Neema Kalinga',
    maker: 'Rehema Mgaya',
    crafts: crafts('basketry 5400 pieces'),
    schemes: ['WFTO-GUARANTEED', 'SMETA'],
    story:
      'Milulu reed grows in the wetlands above town and is cut only after the rains. Groups of twelve weavers hold each other to size with a wooden ring. Three of our founders now train new groups in Njombe.',
    products: products(`
      Iringa basket, 20 cm | Milulu reed with dyed geometric lines | basketry | C62 | 4.40 EUR | 120 | 40 | 460219
      Iringa basket, 26 cm | Milulu reed with dyed geometric lines | basketry | C62 | 6.10 EUR | 100 | 45 | 460219
      Iringa basket, 32 cm | Milulu reed, natural | basketry | C62 | 7.90 EUR | 80 | 45 | 460219
      Waste paper basket, 30 cm | Straight sides, double base | basketry | C62 | 21500 TZS | 60 | 45 | 460219
    `),
  },
  {
    name: 'Dorze Handloom Society (ዶርዜ ሸማኔዎች)',
    domain: 'dorze-handloom',
    country: 'ET',
    place: 'Arba Minch',
    region: 'Gamo Zone',
    street: 'Secha, Kebele 02',
    languages: ['am', 'en'],
    founded: 2008,
    makers: 94,
    women: 61,
    manager: 'Almaz Tadesse Gebre',
    maker: 'Selamawit Bekele',
    crafts: crafts('hand_weaving 2400 pieces, hand_spinning 900 hours'),
    schemes: ['WFTO-GUARANTEED', 'GOTS'],
    story:
      'Women spin cotton with a drop spindle and men weave it on pit looms; for ten years now women weave too, at standing looms that they asked for. A shawl of two metres keeps three people busy for two days. Spinners are paid by weight at the cooperative’s own scale.',
    products: products(`
      Towel, handspun cotton, 100 x 180 cm | Soft, absorbent, hand knotted fringe | hand_weaving | C62 | 14.90 USD | 50 | 60 | 630291
      Throw, handspun cotton, 130 x 180 cm | Striped, undyed and grey | hand_weaving | C62 | 26.50 USD | 30 | 65 | 630130
      Scarf, cotton gauze, 70 x 200 cm | Traditional border in three colours | hand_weaving | C62 | 1450 ETB | 60 | 45 | 621490
      Napkin, cotton, 45 cm | Hemmed by hand, set of four | hand_weaving | SET | 9.80 USD | 80 | 50 | 630251
    `),
  },
  {
    name: 'Entoto Leather and Basket Union',
    domain: 'entoto-union',
    country: 'ET',
    place: 'Addis Ababa',
    region: 'Gullele',
    street: 'Shiro Meda Market, Row 7',
    languages: ['am', 'om', 'en'],
    founded: 2013,
    makers: 49,
    women: 34,
    manager: 'Hirut Wolde Mariam',
    crafts: crafts('leather 1300 pieces, basketry 600 pieces'),
    schemes: ['SMETA', 'WFTO-GUARANTEED'],
    story:
      'Former wood carriers of the Entoto hills learnt to cut and stitch sheepskin so that their backs could rest. The leather comes from a tannery with water treatment that members inspect twice a year. Basket makers from Harar families joined later with their fine coiling.',
    products: products(`
      Tote, sheep leather, 38 x 34 cm | Unlined, raw edges, inside pocket | leather | C62 | 41.00 USD | 25 | 60 | 420221
      Card holder, sheep leather | Four slots, hand stitched | leather | C62 | 7.90 USD | 100 | 40 | 420231
      Belt, cow leather, 3.5 cm | Brass buckle, sizes 80 to 110 | leather | C62 | 11.60 USD | 80 | 45 | 420330
      Harar basket, 28 cm | Coiled grass with bright wool-free dyes | basketry | C62 | 2350 ETB | 20 | 60 | 460219
    `),
  },
  {
    name: 'Bonwire Kente and Batik Weavers Association',
    domain: 'bonwire-kente',
    country: 'GH',
    place: 'Bonwire',
    region: 'Ashanti Region',
    street: 'Main Street, Weavers’ Centre',
    languages: ['tw', 'en'],
    founded: 2002,
    makers: 71,
    women: 38,
    manager: 'Akosua Frimpong',
    maker: 'Yaa Serwaa Boateng',
    crafts: crafts('hand_weaving 900 pieces, batik 1600 pieces, tailoring 700 hours'),
    schemes: ['WFTO-GUARANTEED'],
    story:
      'Strip looms stand along our main street, and a cloth is told by the name of its pattern. Women set up their own batik yard behind the centre and sew what they dye. Apprentices are paid from the first month.',
    products: products(`
      Kente strip runner, 30 x 180 cm | Handwoven cotton and rayon, named pattern | hand_weaving | C62 | 23.50 EUR | 25 | 60 | 630259
      Batik cotton, 112 cm wide | Wax stamped, vat dyes, by the metre | batik | MTR | 5.90 EUR | 50 | 40 | 520852
      Cushion cover, batik, 45 cm | Zip, cotton backing | batik | C62 | 84 GHS | 80 | 40 | 630492
      Apron, batik cotton | Adjustable neck, two pockets | tailoring | C62 | 8.70 EUR | 80 | 40 | 621142
    `),
  },
  {
    name: 'Thiès Vannerie des Femmes de Wolof',
    domain: 'vannerie-thies',
    country: 'SN',
    place: 'Thiès',
    region: 'Région de Thiès',
    street: 'Route de Dakar, Quartier Dixième',
    languages: ['fr', 'wo'],
    founded: 2008,
    makers: 131,
    women: 131,
    manager: 'Fatou Diop Ndiaye',
    maker: 'Aïssatou Sarr',
    crafts: crafts('basketry 3000 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Njodax grass is coiled and sewn with strips cut from prayer mats that the factory throws away. A laundry basket goes through the hands of a mother and her daughters. The cooperative keeps a common purse for births and burials.',
    products: products(`
      Laundry basket with lid, 50 cm | Njodax grass sewn with recycled strip, white and black | basketry | C62 | 26.00 EUR | 20 | 55 | 460219
      Storage basket, 30 cm | Same weave, two handles | basketry | C62 | 12.40 EUR | 40 | 50 | 460219
      Tray, flat, 40 cm | Coiled tray with raised rim | basketry | C62 | 7600 XOF | 50 | 45 | 460219
      Table mat, round, 36 cm | Set of four | basketry | SET | 13.90 EUR | 50 | 45 | 460129
    `),
  },
  {
    name: 'GIE Teinturières de Saint-Louis',
    domain: 'teinture-saintlouis',
    country: 'SN',
    place: 'Saint-Louis',
    region: 'Région de Saint-Louis',
    street: 'Rue Blaise Diagne 22, Sor',
    languages: ['fr', 'wo', 'ff'],
    founded: 2015,
    makers: 46,
    women: 44,
    manager: 'Mame Coumba Fall',
    crafts: crafts('natural_dyeing 900 hours, batik 1100 pieces, tailoring 650 hours'),
    schemes: ['OEKOTEX100', 'WFTO-GUARANTEED'],
    story:
      'The dyers tie, stitch and fold cotton damask and dip it in indigo grown along the river. Gloves, masks and a settling pond were the first things bought with the first export order. Seamstresses turn the cloth into table linen and robes in the courtyard next door.',
    products: products(`
      Indigo napkin, 45 cm | Tied and dyed cotton, set of four | natural_dyeing | SET | 14.20 EUR | 50 | 45 | 630251
      Tablecloth, indigo damask, 150 x 250 cm | Stitched resist pattern, hemmed | natural_dyeing | C62 | 46.00 EUR | 20 | 60 | 630251
      Robe, indigo cotton, one size | Kimono cut with belt | tailoring | C62 | 21500 XOF | 30 | 55 | 620821
      Cushion cover, indigo, 50 cm | Folded resist, hidden zip | batik | C62 | 11.80 EUR | 60 | 45 | 630492
    `),
  },
  {
    name: 'Coopérative Tazenakht Femmes du Tapis (تازناخت)',
    domain: 'tazenakht-tapis',
    country: 'MA',
    place: 'Tazenakht',
    region: 'Drâa-Tafilalet',
    street: 'Place du Souk 5',
    languages: ['zgh', 'ar', 'fr'],
    founded: 2005,
    makers: 168,
    women: 160,
    manager: 'Fatima Aït Ouakrim',
    maker: 'Khadija Oubella',
    crafts: crafts('carpets 240 pieces, hand_spinning 1100 hours, natural_dyeing 380 hours'),
    schemes: ['GOODWEAVE', 'WFTO-GUARANTEED', 'RWS'],
    story:
      'Wool of the Siroua sheep is washed in the river, spun by the older women and woven on upright looms at home. Saffron, henna and walnut give the colours. Each rug is sold with the weaver’s name and the days that it took.',
    products: products(`
      Rug, Siroua wool, 170 x 240 cm | Mixed flat weave and knots, plant dyes | carpets | C62 | 385.00 EUR | 3 | 120 | 570110
      Kilim, 80 x 150 cm | Flat woven wool, natural and saffron | carpets | C62 | 92.00 EUR | 10 | 90 | 570210
      Cushion cover, wool, 40 x 60 cm | Woven face, cotton back | carpets | C62 | 265 MAD | 30 | 60 | 630499
      Wool yarn, handspun, plant dyed | Hanks of 500 g | hand_spinning | KGM | 31.00 EUR | 10 | 40 | 510910
    `),
  },
  {
    name: 'Coopérative Poterie Oulja de Salé',
    domain: 'poterie-oulja',
    country: 'MA',
    place: 'Salé',
    region: 'Rabat-Salé-Kénitra',
    street: 'Complexe des Potiers, Atelier 31',
    languages: ['ar', 'fr'],
    founded: 2011,
    makers: 39,
    women: 21,
    manager: 'Hanane El Amrani',
    crafts: crafts('pottery 5200 pieces, basketry 500 pieces'),
    schemes: ['SMETA', 'WFTO-GUARANTEED'],
    story:
      'Clay comes from the banks of the Bou Regreg and is fired with gas instead of tyres since the members changed their kilns in 2016. Women paint and glaze and now sign for the lead-free glaze tests. Seconds are sold at the gate, never to buyers.',
    products: products(`
      Serving bowl, glazed, 28 cm | Lead-free glaze, cobalt brush pattern | pottery | C62 | 12.60 EUR | 48 | 55 | 691200
      Tagine, 26 cm | Cooking tagine, unglazed outside | pottery | C62 | 148 MAD | 48 | 55 | 691200
      Tea glass tray, painted, 34 cm | Round tray with raised edge | pottery | C62 | 15.80 EUR | 36 | 55 | 691200
      Tile, hand cut, 10 cm | Glazed, eight plain colours | pottery | MTK | 64.00 EUR | 10 | 70 | 691490
    `),
  },
  {
    name: 'Kisii Soapstone Carvers Cooperative',
    domain: 'kisii-soapstone',
    country: 'KE',
    place: 'Tabaka',
    region: 'Kisii County',
    street: 'Tabaka Shopping Centre',
    languages: ['guz', 'sw', 'en'],
    founded: 1998,
    makers: 112,
    women: 66,
    manager: 'Kerubo Nyaboke Onchiri',
    maker: 'Moraa Kemunto',
    crafts: crafts('stone 9000 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Men quarry and rough out the stone, women sand it under water and polish it with wax, and both are paid by the same list on the wall. Dust was our oldest enemy, so sanding is done wet and masks are free. The quarry is refilled and planted with trees every second year.',
    products: products(`
      Dish, soapstone, 12 cm | Hand carved, painted rim | stone | C62 | 3.20 EUR | 120 | 45 | 680299
      Heart, palm stone, 5 cm | Polished, eight colours | stone | C62 | 0.85 EUR | 500 | 35 | 680299
      Elephant, 10 cm | Carved animal, natural pink stone | stone | C62 | 490 KES | 100 | 45 | 680299
      Chess set, 35 cm board | Natural and black stone | stone | SET | 31.00 EUR | 15 | 60 | 950490
      Salt cellar with lid, 7 cm | Smooth inside, natural white | stone | C62 | 3.90 EUR | 120 | 45 | 680299
    `),
  },
  {
    name: 'Lamu Dhow Wood and Sail Cooperative',
    domain: 'lamu-dhow',
    country: 'KE',
    place: 'Lamu',
    region: 'Coast',
    street: 'Kenyatta Road, Langoni',
    languages: ['sw', 'en'],
    founded: 2016,
    makers: 37,
    women: 20,
    manager: 'Swafiya Omar Bakari',
    crafts: crafts('wood_carving 1500 pieces, tailoring 800 hours'),
    schemes: ['NEST-SEAL', 'WFTO-GUARANTEED'],
    story:
      'Broken dhows give wood that has known the sea for fifty years, and old sails give canvas. Carvers make frames and bowls, and tailors sew bags that still show the sail maker’s stitch. No living mangrove is cut for us.',
    products: products(`
      Picture frame, dhow wood, 20 x 25 cm | Weathered paint left as found | wood_carving | C62 | 12.90 EUR | 40 | 50 | 441490
      Tray, dhow wood, 40 x 25 cm | Oiled, rope handles | wood_carving | C62 | 19.40 EUR | 30 | 55 | 441990
      Weekender bag, sail canvas | Recycled dhow sail, cotton webbing | tailoring | C62 | 5600 KES | 20 | 55 | 420292
      Pouch, sail canvas, 22 cm | Zip, lined | tailoring | C62 | 6.80 EUR | 80 | 40 | 420292
    `),
  },
  {
    name: 'Kirehe Imigongo and Sisal Studio Cooperative',
    domain: 'imigongo-studio',
    country: 'RW',
    place: 'Kirehe',
    region: 'Eastern Province',
    street: 'Nyakarambi Centre',
    languages: ['rw', 'en', 'sw'],
    founded: 2013,
    makers: 42,
    women: 40,
    manager: 'Vestine Mukandori',
    crafts: crafts('basketry 800 pieces, wood_carving 700 pieces, jewellery 1900 pieces'),
    schemes: ['WFTO-GUARANTEED'],
    story:
      'Imigongo reliefs are shaped by hand from ash and cow dung and painted in black, white, red and ochre. The same women wind sisal earrings as fine as thread in the evenings. Visitors are welcome to spoil a board themselves before they buy one.',
    products: products(`
      Earrings, sisal hoop, 5 cm | Wound sisal on brass hook, twelve colours | jewellery | PR | 3.60 EUR | 150 | 35 | 711790
      Wall panel, imigongo, 30 cm | Relief on board, four pigments | wood_carving | C62 | 17.50 EUR | 30 | 60 | 442019
      Serving tray, sisal, 35 cm | Stitched sisal over grass | basketry | C62 | 15600 RWF | 40 | 55 | 460219
    `),
  },
  {
    name: 'Nubian Palm and Bead Makers of Arua',
    domain: 'arua-palm',
    country: 'UG',
    place: 'Arua',
    region: 'West Nile',
    street: 'Adumi Road 12',
    languages: ['en', 'sw', 'lgg'],
    founded: 2017,
    makers: 69,
    women: 65,
    manager: 'Joyce Avako',
    crafts: crafts('basketry 1700 pieces, beadwork 2600 pieces'),
    schemes: ['NEST-SEAL', 'WFTO-GUARANTEED'],
    story:
      'Refugee and local women weave side by side in a hall that the district lent us. Palm leaf mats and covers follow Nubian patterns in sharp colours, and paper beads are rolled from printers’ waste. Childcare is run by two members in turn.',
    products: products(`
      Food cover, palm leaf, 30 cm | Domed tabag with bright triangles | basketry | C62 | 8.20 USD | 50 | 45 | 460219
      Floor mat, palm leaf, 90 x 180 cm | Plaited and sewn strips | basketry | C62 | 17.90 USD | 25 | 55 | 460129
      Paper bead necklace, long | Varnished recycled paper, 120 cm | beadwork | C62 | 14500 UGX | 100 | 35 | 711790
    `),
  },
];
