import { type CooperativeFacts, crafts, products } from './facts.js';

/** Thailand, Cambodia, Vietnam, Indonesia, Philippines. All invented; places and crafts are not. */
export const eastAsia: readonly CooperativeFacts[] = [
  {
    name: 'Bicol Abaca and Pandan Weavers Cooperative',
    domain: 'bicol-abaca',
    country: 'PH',
    place: 'Legazpi',
    region: 'Bicol',
    street: 'Rizal Street 214, Old Albay',
    languages: ['fil', 'bik', 'en'],
    founded: 2004,
    makers: 198,
    women: 174,
    manager: 'Marites Bañares Dela Cruz',
    maker: 'Jocelyn Rebusi',
    crafts: crafts('basketry 6800 pieces, hand_weaving 1600 pieces, rattan 700 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF', 'SMETA'],
    story:
      'Abaca is stripped by hand on the slopes of Mayon and knotted into thread by grandmothers who never look down. Typhoons decide our calendar, so every order has a month of slack written into it. Makers hold savings books that the cooperative cannot touch.',
    products: products(`
      Placemat, abaca, 35 x 48 cm | Woven sinamay, hemmed | hand_weaving | C62 | 1.85 USD | 300 | 45 | 460129
      Basket, pandan, 28 cm | Plaited with lid, natural | basketry | C62 | 5.20 USD | 120 | 50 | 460219
      Storage box, abaca twine, 30 x 22 cm | Coiled on frame, leather tab | basketry | C62 | 8.60 USD | 80 | 55 | 460219
      Bag, pandan and abaca, 34 cm | Lined, wooden handles | basketry | C62 | 590 PHP | 80 | 55 | 420222
      Pendant shade, rattan, 35 cm | Without fitting | rattan | C62 | 15.90 USD | 30 | 60 | 460212
    `),
  },
  {
    name: 'Tasikmalaya Mendong and Bamboo Craft Union',
    domain: 'tasik-mendong',
    country: 'ID',
    place: 'Tasikmalaya',
    region: 'West Java',
    street: 'Jalan Rajapolah 77',
    languages: ['id', 'su'],
    founded: 2006,
    makers: 224,
    women: 163,
    manager: 'Euis Komariah',
    maker: 'Neneng Suryati',
    crafts: crafts('basketry 8200 pieces, rattan 3600 pieces'),
    schemes: ['WFTO-GUARANTEED', 'SMETA', 'FSC-COC'],
    story:
      'Mendong reed is grown on the edge of the rice fields and pays better than the rice. Bamboo is split at the yard and woven at home, and a young man with a motorbike collects twice a week. The union tests every batch for moisture so that nothing moulds at sea.',
    products: products(`
      Basket, mendong, 30 cm | Twined with side handles | basketry | C62 | 62000 IDR | 150 | 50 | 460219
      Box set of three, mendong | Nesting, with lids | basketry | SET | 12.40 USD | 80 | 55 | 460219
      Steamer basket, bamboo, 25 cm | Two tiers with lid | rattan | SET | 6.30 USD | 120 | 50 | 460211
      Tray, bamboo, 40 cm | Split weave, double rim | rattan | C62 | 48000 IDR | 150 | 45 | 460211
      Pendant shade, bamboo, 45 cm | Open weave, without fitting | rattan | C62 | 13.80 USD | 40 | 60 | 460211
    `),
  },
  {
    name: 'Chiang Mai Mulberry Sa Paper Women’s Group',
    domain: 'sa-paper-cm',
    country: 'TH',
    place: 'San Kamphaeng',
    region: 'Chiang Mai Province',
    street: 'Moo 3, Ton Pao 88',
    languages: ['th', 'nod', 'en'],
    founded: 2001,
    makers: 63,
    women: 55,
    manager: 'Wanida Kaewmala',
    crafts: crafts('paper 18000 pieces, lacquer 700 hours, soap 4200 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Mulberry bark is boiled with ash, beaten and laid with petals from the village temple. Ton Pao once sold paper by weight for umbrellas; today our members design the notebooks themselves. Water is settled, tested and used again on the vegetable plots.',
    products: products(`
      Notebook, mulberry paper, A5 | 80 leaves, petals in cover, sewn | paper | C62 | 3.20 EUR | 150 | 40 | 482010
      Gift bag, mulberry paper, 22 cm | Twisted cord | paper | C62 | 38 THB | 300 | 35 | 481940
      Soap, rice milk and jasmine, 100 g | Cold process, paper wrap | soap | C62 | 1.80 EUR | 300 | 35 | 340111
      Photo album, mulberry paper, 25 cm | Thirty leaves, lacquered cover | paper | C62 | 9.40 EUR | 60 | 45 | 482050
    `),
  },
  {
    name: 'Takeo Silk and Krama Village Cooperative (តាកែវ)',
    domain: 'takeo-silk',
    country: 'KH',
    place: 'Takeo',
    region: 'Takeo Province',
    street: 'Prey Kabas Road, Village 6',
    languages: ['km', 'en'],
    founded: 2009,
    makers: 126,
    women: 122,
    manager: 'Sophea Chhim',
    maker: 'Srey Pov Keo',
    crafts: crafts('hand_weaving 2600 pieces, ikat 700 pieces, tailoring 900 hours'),
    schemes: ['WFTO-GUARANTEED', 'NEST-SEAL'],
    story:
      'Golden silk worms are raised by forty families, and the reeling is done over wood fires with chimneys that we built after too many coughs. Krama scarves in cotton keep the looms busy between silk orders. Women with disabilities lead the tailoring room.',
    products: products(`
      Krama scarf, cotton, 50 x 170 cm | Handwoven checks | hand_weaving | C62 | 4.90 USD | 120 | 45 | 621490
      Scarf, golden silk, 50 x 180 cm | Hand reeled, natural dyes | hand_weaving | C62 | 24.50 USD | 30 | 65 | 621410
      Cushion cover, silk ikat, 45 cm | Hol pattern, cotton back | ikat | C62 | 19.80 USD | 30 | 65 | 630499
      Cosmetic bag, cotton krama | Lined, zip | tailoring | C62 | 22000 KHR | 80 | 45 | 420222
    `),
  },
  {
    name: 'Mai Châu Thổ Cẩm Weaving Cooperative',
    domain: 'maichau-weaving',
    country: 'VN',
    place: 'Mai Châu',
    region: 'Hòa Bình',
    street: 'Bản Lác 24',
    languages: ['vi', 'en'],
    founded: 2011,
    makers: 82,
    women: 80,
    manager: 'Lò Thị Hương',
    crafts: crafts('hand_weaving 1900 pieces, embroidery 1500 pieces, natural_dyeing 420 hours'),
    schemes: ['WFTO-GUARANTEED', 'OEKOTEX100'],
    story:
      'White Thai women weave brocade from cotton grown between the rice terraces. Older members remember which leaf gives which green, and we wrote it down before they forget. Guests who stay in the village may try the loom; nobody has yet been quick.',
    products: products(`
      Table runner, brocade, 35 x 180 cm | Cotton, supplementary weft | hand_weaving | C62 | 11.60 USD | 50 | 55 | 630251
      Cushion cover, brocade, 45 cm | Cotton, zip | hand_weaving | C62 | 215000 VND | 60 | 50 | 630492
      Scarf, indigo cotton, 50 x 180 cm | Handspun, stone beaten | hand_weaving | C62 | 9.80 USD | 60 | 50 | 621490
      Purse, H’mong embroidery, 20 cm | Cross stitch panel | embroidery | C62 | 6.40 USD | 80 | 45 | 420222
    `),
  },
  {
    name: 'Hạ Thái Lacquer and Bát Tràng Clay Association',
    domain: 'hathai-lacquer',
    country: 'VN',
    place: 'Hà Nội',
    region: 'Thường Tín',
    street: 'Làng Hạ Thái 15',
    languages: ['vi', 'en'],
    founded: 2008,
    makers: 91,
    women: 50,
    manager: 'Nguyễn Thu Phương',
    maker: 'Trần Bích Ngọc',
    crafts: crafts('lacquer 5200 pieces, pottery 4300 pieces, rattan 1700 pieces'),
    schemes: ['SMETA', 'WFTO-GUARANTEED'],
    story:
      'Two craft villages share one export desk: lacquer from Hạ Thái and stoneware from across the river. Each bowl of coiled bamboo has ten coats, rubbed down with water between. Solvents were changed in 2019 and the sanding hall has air that one can breathe.',
    products: products(`
      Bowl, lacquered bamboo, 20 cm | Food safe, matt outside | lacquer | C62 | 6.90 USD | 100 | 60 | 441919
      Tray, lacquer and eggshell, 35 cm | Ten coats | lacquer | C62 | 17.80 USD | 40 | 70 | 442090
      Rice bowl, stoneware, 12 cm | Ash glaze | pottery | C62 | 3.10 USD | 192 | 55 | 691200
      Teapot, stoneware, 600 ml | Celadon glaze, rattan handle | pottery | C62 | 11.90 USD | 60 | 60 | 691200
      Bread basket, rattan, 26 cm | Fine weave | rattan | C62 | 112000 VND | 100 | 50 | 460212
    `),
  },
  {
    name: 'Lombok Terracotta and Ketak Basket Cooperative',
    domain: 'lombok-ketak',
    country: 'ID',
    place: 'Banyumulek',
    region: 'West Nusa Tenggara',
    street: 'Jalan Raya Banyumulek 3',
    languages: ['id', 'sas'],
    founded: 2010,
    makers: 147,
    women: 133,
    manager: 'Baiq Nurhayati',
    crafts: crafts('basketry 3300 pieces, pottery 3800 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Ketak fern climbs in the forest and is cut so that it grows again. A lidded box takes a week of evenings. Potters fire in rice straw, and broken pots pave the road to our store.',
    products: products(`
      Lidded box, ketak, 24 cm | Coiled fern vine, polished | basketry | C62 | 12.60 USD | 40 | 65 | 460219
      Tray, ketak, 38 cm | Fine coil with handles | basketry | C62 | 18.90 USD | 30 | 70 | 460219
      Storage basket, ketak, 35 cm | Two loops | basketry | C62 | 21.40 USD | 30 | 70 | 460219
      Planter, terracotta, 26 cm | Burnished, eggshell inlay | pottery | C62 | 88000 IDR | 48 | 60 | 691490
      Water jug, terracotta, 30 cm | Unglazed, cools by air | pottery | C62 | 6.80 USD | 60 | 55 | 691200
    `),
  },
  {
    name: 'Bantul Batik and Agel Bag Makers',
    domain: 'bantul-batik',
    country: 'ID',
    place: 'Bantul',
    region: 'Yogyakarta',
    street: 'Desa Wijirejo RT 04',
    languages: ['id', 'jv', 'en'],
    founded: 2007,
    makers: 104,
    women: 92,
    manager: 'Sri Wahyuni Lestari',
    crafts: crafts('batik 4600 pieces, crochet 2100 pieces, tailoring 1100 hours'),
    schemes: ['WFTO-GUARANTEED', 'OEKOTEX100'],
    story:
      'Wax is drawn with the canting by women who can hold a line for an hour. Agel leaf fibre is twisted and crocheted into bags in the hill villages where there is no dye water. Our waste wax is melted down and sold back to ourselves.',
    products: products(`
      Batik fabric, hand drawn, 105 x 250 cm | Cotton primissima, soga brown | batik | C62 | 31.00 USD | 20 | 75 | 520852
      Cushion cover, stamped batik, 45 cm | Natural dyes | batik | C62 | 98000 IDR | 80 | 50 | 630492
      Bag, agel fibre, 32 cm | Crocheted, lined, leather straps | crochet | C62 | 16.40 USD | 40 | 55 | 420292
      Sarong, batik, 110 x 190 cm | Stamped, soft wash | batik | C62 | 11.80 USD | 60 | 50 | 621149
    `),
  },
  {
    name: 'Udon Naga Weavers and Reed Mats',
    domain: 'udon-naga',
    country: 'TH',
    place: 'Udon Thani',
    region: 'Isan',
    street: 'Ban Na Kha 140',
    languages: ['th', 'tts'],
    founded: 2005,
    makers: 118,
    women: 116,
    manager: 'Somjai Phromma',
    maker: 'Duangjai Srisuk',
    crafts: crafts('hand_weaving 2900 pieces, basketry 2200 pieces, ikat 600 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FAIRFORLIFE'],
    story:
      'Looms stand under our houses, where the floor is cool and the children can be seen. Mudmee silk is tied after the harvest and woven until the next planting. Reed mats are the work of the oldest members, who set their own hours.',
    products: products(`
      Reed mat, folding, 60 x 170 cm | Dyed reed, cotton edge | basketry | C62 | 9.90 USD | 60 | 50 | 460129
      Scarf, mudmee silk, 50 x 170 cm | Tie-dyed weft | ikat | C62 | 28.50 USD | 25 | 70 | 621410
      Towel, waffle cotton, 70 x 140 cm | Handwoven, indigo stripe | hand_weaving | C62 | 265 THB | 80 | 50 | 630291
      Throw, cotton, 130 x 180 cm | Handwoven, fringe | hand_weaving | C62 | 21.40 USD | 30 | 60 | 630130
      Tissue box cover, reed | Rigid, lined | basketry | C62 | 4.60 USD | 120 | 45 | 460219
    `),
  },
  {
    name: 'Battambang Water Hyacinth Makers',
    domain: 'battambang-hyacinth',
    country: 'KH',
    place: 'Battambang',
    region: 'Battambang Province',
    street: 'Wat Kor Village 2',
    languages: ['km', 'en'],
    founded: 2014,
    makers: 59,
    women: 53,
    manager: 'Chanthy Sok',
    crafts: crafts('basketry 2700 pieces, rattan 800 pieces'),
    schemes: ['WFTO-GUARANTEED'],
    story:
      'Water hyacinth chokes the canals, so the commune is glad of every stem that we cut. It is dried for five days, rolled flat and woven over a mould. Members with a motorbike collect stems and are paid by the bundle.',
    products: products(`
      Basket, water hyacinth, 32 cm | Rectangular, on frame | basketry | C62 | 7.20 USD | 100 | 50 | 460219
      Storage trunk, water hyacinth, 50 cm | Lid, lined with cotton | basketry | C62 | 23.60 USD | 25 | 65 | 460219
      Coaster, water hyacinth | Set of six in holder | basketry | SET | 14500 KHR | 120 | 40 | 460129
      Magazine holder, rattan, 30 cm | Natural | rattan | C62 | 9.80 USD | 50 | 55 | 460212
    `),
  },
  {
    name: 'Panay Piña and Capiz Craft Cooperative',
    domain: 'panay-capiz',
    country: 'PH',
    place: 'Kalibo',
    region: 'Aklan',
    street: 'Mabini Street 31',
    languages: ['akl', 'fil', 'en'],
    founded: 2009,
    makers: 76,
    women: 66,
    manager: 'Rosalinda Tejada Inocencio',
    crafts: crafts('hand_weaving 800 pieces, embroidery 700 pieces, jewellery 3200 pieces'),
    schemes: ['FTF', 'WFTO-GUARANTEED'],
    story:
      'A pineapple leaf gives one thread at a time, and a metre of piña takes two weeks. Capiz shells are gathered under a municipal permit with closed seasons. Our embroiderers came from Lumban to teach for a month, and two of them stayed.',
    products: products(`
      Shawl, piña and silk, 70 x 200 cm | Handwoven, embroidered ends | hand_weaving | C62 | 62.00 USD | 10 | 90 | 621490
      Napkin, piña and cotton, 45 cm | Drawn thread, set of four | hand_weaving | SET | 1650 PHP | 30 | 65 | 630259
      Garland, capiz shell, 150 cm | Natural shell discs | jewellery | C62 | 5.80 USD | 120 | 45 | 960190
      Tealight, capiz shell, 10 cm | Brass-coloured edge | jewellery | C62 | 2.70 USD | 240 | 45 | 960190
    `),
  },
];
