import { type CooperativeFacts, crafts, products } from './facts.js';

/** India, Bangladesh, Nepal, Sri Lanka, Pakistan. All invented; places and crafts are not. */
export const southAsia: readonly CooperativeFacts[] = [
  {
    name: 'Sabai Grass Artisans Cooperative of Baripada',
    domain: 'sabai-baripada',
    country: 'IN',
    place: 'Baripada',
    region: 'Odisha',
    street: 'Station Bazar, Ward 9',
    languages: ['or', 'sat', 'hi', 'en'],
    founded: 2010,
    makers: 184,
    women: 181,
    manager: 'Sumitra Majhi',
    maker: 'Padmini Hembram',
    crafts: crafts('basketry 4800 pieces, hand_weaving 700 pieces'),
    schemes: ['WFTO-GUARANTEED', 'CRAFTMARK', 'SMETA'],
    story:
      'Sabai grass was sold as rope by the kilo until Santhal women began to coil it into baskets. Twenty-two groups work in their own villages, and a van brings grass and takes baskets every second week. A coil counter in each group measures how tight the work is.',
    products: products(`
      Storage basket, sabai grass, 35 cm | Coiled over rope, two handles | basketry | C62 | 690 INR | 60 | 45 | 460219
      Laundry basket, sabai grass, 45 cm | With lid, date palm binding | basketry | C62 | 1540 INR | 30 | 55 | 460219
      Placemat, sabai grass, 38 cm | Round, tight coil, natural | basketry | C62 | 165 INR | 200 | 35 | 460129
      Bread basket, sabai and date palm, 25 cm | Round, with cotton liner | basketry | C62 | 4.90 USD | 120 | 40 | 460219
      Runner, sabai and cotton, 35 x 180 cm | Woven on frame loom | hand_weaving | C62 | 560 INR | 60 | 45 | 460129
    `),
  },
  {
    name: 'Bagru Thappa Block Printers Society',
    domain: 'bagru-thappa',
    country: 'IN',
    place: 'Bagru',
    region: 'Rajasthan',
    street: 'Chhipa Mohalla 27',
    languages: ['hi', 'raj', 'en'],
    founded: 2001,
    makers: 96,
    women: 55,
    manager: 'Kavita Chhipa',
    maker: 'Sunita Derawala',
    crafts: crafts('block_printing 9500 pieces, natural_dyeing 700 hours, tailoring 1500 hours'),
    schemes: ['CRAFTMARK', 'GOTS', 'WFTO-GUARANTEED'],
    story:
      'Our families have printed with mud resist and indigo for longer than anyone counted. The wash water runs through reed beds and comes back for the first rinse. Women who were helpers now run four of the eleven printing tables.',
    products: products(`
      Napkin, block printed cotton, 45 cm | Mud resist and madder, set of six | block_printing | SET | 540 INR | 60 | 45 | 630251
      Tablecloth, block printed, 150 x 225 cm | Cotton sheeting, two block border | block_printing | C62 | 1180 INR | 30 | 50 | 630251
      Cotton fabric, dabu indigo, 110 cm wide | By the metre, 40s cotton | block_printing | MTR | 245 INR | 100 | 45 | 520852
      Bedcover, block printed, 220 x 270 cm | Cotton, hand hemmed | block_printing | C62 | 19.80 EUR | 25 | 60 | 630419
      Robe, block printed voile | Kimono cut, pockets, belt | tailoring | C62 | 11.40 EUR | 50 | 55 | 620821
      Pouch set, block printed | Three quilted pouches with zip | tailoring | SET | 420 INR | 60 | 45 | 420292
    `),
  },
  {
    name: 'Nakshi Kantha Samabay (নকশী কাঁথা সমবায়)',
    domain: 'nakshi-samabay',
    country: 'BD',
    place: 'Jamalpur',
    region: 'Mymensingh Division',
    street: 'Station Road 118',
    languages: ['bn', 'en'],
    founded: 1999,
    makers: 420,
    women: 417,
    manager: 'Rokeya Begum',
    maker: 'Shirin Akhter',
    crafts: crafts('embroidery 5200 pieces, quilting 900 pieces, tailoring 1400 hours'),
    schemes: ['WFTO-GUARANTEED', 'FTF', 'SMETA'],
    story:
      'Old saris were once layered and quilted with running stitch for newborn children; today the same stitch earns a wage in 34 villages. Work is given out by group, and piece rates are set from timed samples that the makers sew themselves. A quilt carries the signature of the woman who sewed it.',
    products: products(`
      Kantha throw, recycled sari, 130 x 190 cm | Two layers, running stitch, each one differs | quilting | C62 | 19.50 EUR | 40 | 70 | 630419
      Kantha quilt, cotton, 220 x 250 cm | Three layers, motif border | quilting | C62 | 58.00 EUR | 15 | 90 | 940440
      Cushion cover, kantha stitch, 45 cm | Cotton, concealed zip | embroidery | C62 | 640 BDT | 100 | 45 | 630492
      Baby blanket, kantha, 80 x 100 cm | Organic cotton, soft wash | quilting | C62 | 12.90 EUR | 60 | 55 | 630419
      Purse, nakshi embroidery, 18 cm | Lined, press stud | embroidery | C62 | 4.60 EUR | 120 | 45 | 420222
    `),
  },
  {
    name: 'Hogla Jute and Cane Makers Federation',
    domain: 'hogla-jute',
    country: 'BD',
    place: 'Rangpur',
    region: 'Rangpur Division',
    street: 'College Para 6',
    languages: ['bn', 'en'],
    founded: 2003,
    makers: 365,
    women: 338,
    manager: 'Mosammat Hosne Ara',
    maker: 'Laily Khatun',
    crafts: crafts('basketry 12500 pieces, hand_weaving 2400 pieces, macrame 1800 pieces'),
    schemes: ['WFTO-GUARANTEED', 'SMETA', 'FTF'],
    story:
      'Hogla leaves and jute grow within a bicycle ride of every one of our eighteen centres. Women braid at home and stitch at the centre, where there is light, a water filter and a room for children. The federation bought its own container shed so that nothing waits in the monsoon.',
    products: products(`
      Basket, hogla and jute, 30 cm | Braided and coiled, cotton stitched | basketry | C62 | 3.95 USD | 200 | 50 | 460219
      Basket set of three, hogla | Nesting 25, 30 and 35 cm | basketry | SET | 11.20 USD | 100 | 55 | 460219
      Plant hanger, jute | Macramé, three cords, wooden ring | macrame | C62 | 2.40 USD | 300 | 40 | 560900
      Jute rug, braided, 120 cm | Round, reversible | hand_weaving | C62 | 1690 BDT | 40 | 60 | 570299
      Placemat, jute, 38 cm | Braided round | basketry | C62 | 1.30 USD | 400 | 40 | 460129
    `),
  },
  {
    name: 'Kutch Rann Embroiderers Producer Company',
    domain: 'rann-embroiderers',
    country: 'IN',
    place: 'Bhuj',
    region: 'Gujarat',
    street: 'Mirzapar Highway, Plot 45',
    languages: ['gu', 'hi', 'en'],
    founded: 2006,
    makers: 312,
    women: 310,
    manager: 'Hansaben Rabari',
    maker: 'Sakinaben Mutwa',
    crafts: crafts('embroidery 4100 pieces, leather 500 pieces, tailoring 1300 hours, quilting 300 pieces'),
    schemes: ['CRAFTMARK', 'WFTO-GUARANTEED', 'NEST-SEAL'],
    story:
      'Each community in the Rann has stitches of its own, and a buyer can ask for Rabari, Mutwa or Jat work by name. A council of elders decides what is sacred and stays unsold. Makers set the hours of a design together and vote on its price.',
    products: products(`
      Cushion cover, Rabari mirror work, 40 cm | Hand embroidered cotton, mirrors | embroidery | C62 | 890 INR | 40 | 60 | 630492
      Wall hanging, patchwork, 60 x 90 cm | Old textiles, hand quilted | quilting | C62 | 34.00 EUR | 15 | 75 | 630499
      Clutch, Mutwa stitch, 24 cm | Fine embroidery on silk-cotton | embroidery | C62 | 16.50 EUR | 30 | 60 | 420222
      Bolster cover, 25 x 60 cm | Embroidered ends | embroidery | C62 | 720 INR | 40 | 55 | 630492
    `),
  },
  {
    name: 'Ajrakhpur Natural Dye Collective',
    domain: 'ajrakhpur-dye',
    country: 'IN',
    place: 'Ajrakhpur',
    region: 'Gujarat',
    street: 'Village Road, Workshop 3',
    languages: ['gu', 'sd', 'hi', 'en'],
    founded: 2009,
    makers: 54,
    women: 29,
    manager: 'Zulekha Khatri',
    crafts: crafts('block_printing 3200 pieces, natural_dyeing 900 hours'),
    schemes: ['CRAFTMARK', 'OEKOTEX100'],
    story:
      'Ajrakh takes sixteen steps and two weeks, and rain adds a third. Indigo, madder, iron and lime are all that we print with. After the earthquake the village moved to better water, and the young came back to learn.',
    products: products(`
      Stole, ajrakh modal silk, 55 x 200 cm | Double sided printing | block_printing | C62 | 24.50 EUR | 25 | 60 | 621410
      Cotton fabric, ajrakh, 112 cm wide | By the metre, natural dyes | block_printing | MTR | 540 INR | 60 | 55 | 520852
      Table runner, ajrakh, 40 x 200 cm | Cotton, hemmed | block_printing | C62 | 620 INR | 40 | 50 | 630251
    `),
  },
  {
    name: 'Majuli Eri Silk Spinners and Weavers',
    domain: 'majuli-eri',
    country: 'IN',
    place: 'Majuli',
    region: 'Assam',
    street: 'Garamur Chariali',
    languages: ['as', 'mrg', 'en'],
    founded: 2012,
    makers: 88,
    women: 88,
    manager: 'Rupali Pegu',
    maker: 'Junmoni Doley',
    crafts: crafts('hand_weaving 1300 pieces, hand_spinning 1200 hours, rattan 600 pieces'),
    schemes: ['CRAFTMARK', 'WFTO-GUARANTEED'],
    story:
      'Eri moths leave the cocoon alive, and our members spin what they leave behind. Mising looms stand under the stilt houses, out of the way of the flood. When the river takes a road, boats bring the yarn.',
    products: products(`
      Shawl, eri silk, 90 x 200 cm | Handspun, undyed | hand_weaving | C62 | 42.00 EUR | 20 | 75 | 621410
      Scarf, eri silk, 50 x 180 cm | Lac and turmeric dyed | hand_weaving | C62 | 22.50 EUR | 30 | 65 | 621410
      Cushion cover, eri and cotton, 45 cm | Mising diamond pattern | hand_weaving | C62 | 980 INR | 30 | 60 | 630499
      Stool, cane, 38 cm | Woven seat and frame | rattan | C62 | 1650 INR | 20 | 60 | 940389
    `),
  },
  {
    name: 'Bolpur Kantha and Leather Makers Sangha',
    domain: 'bolpur-sangha',
    country: 'IN',
    place: 'Bolpur',
    region: 'West Bengal',
    street: 'Sriniketan Road 61',
    languages: ['bn', 'en'],
    founded: 1996,
    makers: 142,
    women: 120,
    manager: 'Mitali Hazra',
    crafts: crafts('leather 2600 pieces, embroidery 1400 pieces, batik 1200 pieces'),
    schemes: ['WFTO-GUARANTEED', 'SMETA'],
    story:
      'Embossed and batik-dyed goat leather is our town’s own craft, begun by teachers a century ago. A cutting plan saves one skin in nine. Kantha groups in the villages embroider what the workshop lines and stitches.',
    products: products(`
      Purse, embossed leather, 19 cm | Vegetable tanned, hand coloured | leather | C62 | 390 INR | 80 | 45 | 420231
      Shoulder bag, embossed leather, 28 cm | Cotton lining, long strap | leather | C62 | 12.80 EUR | 40 | 55 | 420221
      Glasses case, batik leather | Soft, press stud | leather | C62 | 3.90 EUR | 150 | 40 | 420231
      Stole, kantha on tussar, 55 x 200 cm | All-over running stitch | embroidery | C62 | 3650 INR | 15 | 90 | 621410
    `),
  },
  {
    name: 'Pochampally Ikat Handloom Weavers Society',
    domain: 'pochampally-ikat',
    country: 'IN',
    place: 'Bhoodan Pochampally',
    region: 'Telangana',
    street: 'Tie and Dye Colony 12',
    languages: ['te', 'en', 'hi'],
    founded: 1978,
    makers: 236,
    women: 131,
    manager: 'Lakshmi Gajam',
    maker: 'Padma Bogam',
    crafts: crafts('ikat 2100 pieces, hand_weaving 1500 pieces'),
    schemes: ['CRAFTMARK', 'GOTS', 'WFTO-GUARANTEED'],
    story:
      'Yarn is tied and dyed before it meets the loom, so that the pattern is in the thread. Women tie and wind, and since 2015 their names stand first in the wage book. The society buys yarn for the whole town and lends without interest in the wedding months.',
    products: products(`
      Cotton ikat fabric, 112 cm wide | Double ikat, by the metre | ikat | MTR | 420 INR | 80 | 60 | 520842
      Cushion cover, ikat, 50 cm | Cotton, zip | ikat | C62 | 5.90 EUR | 80 | 50 | 630492
      Table runner, ikat, 40 x 180 cm | Cotton, hand hemmed | ikat | C62 | 7.80 EUR | 60 | 50 | 630251
      Silk ikat stole, 60 x 200 cm | Mulberry silk, single ikat | ikat | C62 | 3200 INR | 15 | 80 | 621410
      Napkin, handloom cotton, 45 cm | Set of four, plain with ikat edge | hand_weaving | SET | 6.40 EUR | 80 | 45 | 630251
    `),
  },
  {
    name: 'Moradabad Karigar Brass Cooperative',
    domain: 'karigar-brass',
    country: 'IN',
    place: 'Moradabad',
    region: 'Uttar Pradesh',
    street: 'Katghar, Lane 4',
    languages: ['hi', 'ur', 'en'],
    founded: 2013,
    makers: 77,
    women: 41,
    manager: 'Shabana Parveen',
    crafts: crafts('metalwork 6800 pieces, glass 1500 pieces'),
    schemes: ['SA8000', 'SMETA'],
    story:
      'Casters, engravers and polishers left three different contractors to own their tools together. Gas furnaces replaced coal, and polishing stands have dust extraction that works. Women lead the engraving and the quality table, and no one under eighteen is at a bench.',
    products: products(`
      Tray, hammered brass, 35 cm | Lacquer-free, food safe tin inside | metalwork | C62 | 11.90 EUR | 60 | 55 | 741810
      Candle holder, brass, 12 cm | Sand cast, hand finished | metalwork | C62 | 4.80 EUR | 120 | 50 | 741980
      Bell, brass, 6 cm | Cast, leather loop | metalwork | C62 | 1.90 EUR | 300 | 45 | 830610
      Bowl, recycled aluminium, 25 cm | Sand cast, polished inside | metalwork | C62 | 690 INR | 60 | 55 | 761510
      Tealight, mouth-blown recycled glass | Six tints | glass | C62 | 145 INR | 240 | 50 | 701399
    `),
  },
  {
    name: 'Firozabad Women’s Glass Bead Cooperative',
    domain: 'firozabad-beads',
    country: 'IN',
    place: 'Firozabad',
    region: 'Uttar Pradesh',
    street: 'Suhag Nagar 2/118',
    languages: ['hi', 'en'],
    founded: 2014,
    makers: 63,
    women: 58,
    manager: 'Meena Rathore',
    crafts: crafts('glass 4200 pieces, jewellery 6000 pieces, beadwork 2600 pieces'),
    schemes: ['SA8000', 'WFTO-GUARANTEED'],
    story:
      'Lamp work was done in homes with children near the flame until we rented a hall with proper benches and fans. Beads are sorted by eye and by gauge. Broken bangles from the city’s factories go back into the pot.',
    products: products(`
      Necklace, lamp work beads, 45 cm | Brass clasp, recycled glass | jewellery | C62 | 5.40 EUR | 80 | 45 | 711790
      Bauble, blown glass, 7 cm | Clear with spun thread, box of six | glass | SET | 9.80 EUR | 60 | 60 | 701890
      Beads, lamp work, mixed | By the kilogram, 8 to 12 mm | glass | KGM | 1250 INR | 10 | 40 | 701810
      Bracelet, seed beads | Woven band, adjustable | beadwork | C62 | 165 INR | 200 | 40 | 711790
    `),
  },
  {
    name: 'Channapatna Lac Turnery Artisans',
    domain: 'channapatna-lac',
    country: 'IN',
    place: 'Channapatna',
    region: 'Karnataka',
    street: 'Kala Nagar 33',
    languages: ['kn', 'ur', 'en'],
    founded: 2005,
    makers: 81,
    women: 46,
    manager: 'Shashikala Murthy',
    maker: 'Noor Jahan',
    crafts: crafts('lacquer 8800 pieces, wood_carving 2200 pieces'),
    schemes: ['CRAFTMARK', 'WFTO-GUARANTEED', 'FSC-COC'],
    story:
      'Ivory-wood is turned on the lathe and lac sticks coloured with turmeric, indigo and kumkum melt onto it by friction. Our toys pass the European test for what a child might put in the mouth. Wood comes from farmers’ hedges, cut at eight years.',
    products: products(`
      Stacking rings, lacquered wood | Seven rings, plant pigments, EN 71 tested | lacquer | C62 | 5.60 EUR | 100 | 50 | 950300
      Rattle, lacquered wood | Ivory-wood, smooth grip | lacquer | C62 | 210 INR | 200 | 45 | 950300
      Napkin ring, lacquered | Set of four, two colours | lacquer | SET | 4.20 EUR | 120 | 45 | 442090
      Egg cup, lacquered | Turned, single colour | lacquer | C62 | 1.70 EUR | 300 | 45 | 441920
      Skittles set | Six skittles and two balls in cotton bag | wood_carving | SET | 980 INR | 60 | 55 | 950300
    `),
  },
  {
    name: 'Srinagar Papier-Mâché and Sozni Guild',
    domain: 'srinagar-guild',
    country: 'IN',
    place: 'Srinagar',
    region: 'Jammu and Kashmir',
    street: 'Zadibal, House 204',
    languages: ['ks', 'ur', 'en'],
    founded: 2011,
    makers: 67,
    women: 36,
    manager: 'Nighat Shah',
    crafts: crafts('paper 5200 pieces, lacquer 800 hours, embroidery 600 pieces'),
    schemes: ['CRAFTMARK', 'NEST-SEAL'],
    story:
      'Waste paper is pulped, moulded, smoothed and painted with squirrel-free brushes that we make from synthetic hair. Sozni embroiderers work a shawl’s border for a month and are paid each week. Winter is our season, because then the fields are white.',
    products: products(`
      Bauble, papier-mâché, 8 cm | Hand painted, gold-coloured cap, box of four | paper | SET | 8.90 EUR | 100 | 60 | 482390
      Box, papier-mâché, 10 cm | Lacquered, chinar leaf | paper | C62 | 4.40 EUR | 120 | 55 | 482390
      Stole, sozni border, 70 x 200 cm | Fine wool, needle embroidery | embroidery | C62 | 11800 INR | 5 | 120 | 621420
      Egg, papier-mâché, 6 cm | Spring colours | paper | C62 | 1.45 EUR | 400 | 50 | 482390
    `),
  },
  {
    name: 'Thanjavur Kora Mat and Bronze Cooperative',
    domain: 'thanjavur-kora',
    country: 'IN',
    place: 'Pattamadai',
    region: 'Tamil Nadu',
    street: 'Labbai Street 19',
    languages: ['ta', 'en'],
    founded: 2015,
    makers: 52,
    women: 49,
    manager: 'Fathima Beevi',
    crafts: crafts('hand_weaving 900 pieces, basketry 1800 pieces'),
    schemes: ['CRAFTMARK', 'WFTO-GUARANTEED'],
    story:
      'Kora grass is split so fine that a mat folds like silk. The weaver sits and a helper passes the grass with a long bamboo, and both share the price in equal parts. We plant river banks with kora because wild stands are shrinking.',
    products: products(`
      Mat, fine kora grass, 60 x 180 cm | Cotton warp, dyed stripes | hand_weaving | C62 | 19.80 EUR | 30 | 60 | 460129
      Placemat, kora grass, 33 x 48 cm | Set of four, cotton edge | hand_weaving | SET | 760 INR | 80 | 45 | 460129
      Basket, palmyra leaf, 24 cm | Plaited with lid | basketry | C62 | 290 INR | 120 | 40 | 460219
      Pouch, palmyra leaf, 20 cm | Plaited, lined with cotton | basketry | C62 | 3.10 EUR | 150 | 40 | 460219
    `),
  },
  {
    name: 'Dhaka and Dhankuta Loom Cooperative (धनकुटा तान)',
    domain: 'dhankuta-loom',
    country: 'NP',
    place: 'Dhankuta',
    region: 'Koshi Province',
    street: 'Tundikhel Marg 4',
    languages: ['ne', 'en'],
    founded: 2007,
    makers: 109,
    women: 104,
    manager: 'Sabitra Limbu Rai',
    maker: 'Anjana Tamang',
    crafts: crafts('hand_weaving 2000 pieces, knitting 3800 pieces, felting 5200 pieces'),
    schemes: ['WFTO-GUARANTEED', 'FTF', 'RWS'],
    story:
      'Dhaka cloth is woven without a drawing, and a good weaver never repeats a border. Nettle fibre is gathered after the Dashain festival by women of the upper villages. In the felt room forty members make balls, slippers and garlands in colours that follow the season.',
    products: products(`
      Shawl, dhaka weave, 60 x 190 cm | Cotton, inlaid pattern | hand_weaving | C62 | 15.80 EUR | 40 | 60 | 621490
      Felt ball garland, 180 cm | Wool, twenty balls | felting | C62 | 4.10 EUR | 150 | 40 | 560290
      Slippers, felted wool | Suede sole, sizes 36 to 46 | felting | PR | 9.60 EUR | 80 | 50 | 640520
      Beanie, hand knitted wool | Fleece band inside | knitting | C62 | 690 NPR | 120 | 45 | 650500
      Socks, hand knitted wool | Long, striped | knitting | PR | 5.20 EUR | 120 | 45 | 611594
    `),
  },
  {
    name: 'Bhaktapur Lokta Paper and Clay Producers',
    domain: 'bhaktapur-lokta',
    country: 'NP',
    place: 'Bhaktapur',
    region: 'Bagmati Province',
    street: 'Pottery Square 7',
    languages: ['ne', 'new', 'en'],
    founded: 2003,
    makers: 58,
    women: 41,
    manager: 'Prabha Prajapati',
    crafts: crafts('paper 14000 pieces, pottery 1900 pieces, block_printing 600 hours'),
    schemes: ['WFTO-GUARANTEED', 'FTF'],
    story:
      'Lokta bark is cut above two thousand metres and grows again from the root in five years. Sheets dry on frames in the sun behind Pottery Square. After the earthquake we built the paper hall first and the office last.',
    products: products(`
      Notebook, lokta paper, A6 | 80 leaves, block printed cover | paper | C62 | 2.60 EUR | 200 | 35 | 482010
      Wrapping sheet, lokta, 50 x 75 cm | Printed, pack of ten | paper | SET | 7.20 EUR | 100 | 35 | 480210
      Lantern, lokta paper, 25 cm | Folding, without fitting | paper | C62 | 310 NPR | 120 | 40 | 482390
      Tea bowl, smoked clay, 9 cm | Burnished, food safe | pottery | C62 | 3.40 EUR | 96 | 55 | 691200
    `),
  },
  {
    name: 'Dumbara Weavers and Palm Women of Kandy',
    domain: 'dumbara-weavers',
    country: 'LK',
    place: 'Menikhinna',
    region: 'Central Province',
    street: 'Kalasirigama 15',
    languages: ['si', 'ta', 'en'],
    founded: 2012,
    makers: 66,
    women: 57,
    manager: 'Nirosha Kumari Ekanayake',
    crafts: crafts('hand_weaving 1500 pieces, basketry 1600 pieces, lace 420 hours'),
    schemes: ['WFTO-GUARANTEED', 'OEKOTEX100'],
    story:
      'Dumbara mats with elephants and deer were woven for temples; ours lie under plates as well. The hemp-like hana fibre is scraped from leaves behind the houses. Lace makers on the coast at Weligama sell through us and keep their own trademark.',
    products: products(`
      Placemat, dumbara weave, 33 x 48 cm | Hana fibre and cotton, animal motif | hand_weaving | C62 | 4.90 EUR | 120 | 50 | 460129
      Wall hanging, dumbara, 30 x 90 cm | On wooden rod | hand_weaving | C62 | 6400 LKR | 30 | 60 | 630499
      Basket, palmyra, 28 cm | Plaited, two handles | basketry | C62 | 5.60 EUR | 80 | 45 | 460219
      Bobbin lace edging, 4 cm | Cotton, by the metre | lace | MTR | 3.80 EUR | 30 | 50 | 580430
    `),
  },
  {
    name: 'Multan Blue Pottery and Camel Skin Cooperative',
    domain: 'multan-blue',
    country: 'PK',
    place: 'Multan',
    region: 'Punjab',
    street: 'Hussain Agahi, Shop 88',
    languages: ['ur', 'skr', 'pa', 'en'],
    founded: 2009,
    makers: 83,
    women: 44,
    manager: 'Samina Bibi Qureshi',
    crafts: crafts(
      'pottery 4600 pieces, leather 600 hours, embroidery 900 pieces, block_printing 1400 pieces',
    ),
    schemes: ['WFTO-GUARANTEED', 'SA8000'],
    story:
      'Cobalt and turquoise are painted on white slip by women who work from a sunny room of their own. Kilns went from wood to gas, and breakage fell by half. Camel skin lamps, scraped so thin that light passes, are made by four families in the old city.',
    products: products(`
      Plate, blue pottery, 25 cm | Hand painted, lead-free glaze | pottery | C62 | 7.40 EUR | 60 | 60 | 691200
      Bowl, blue pottery, 14 cm | Hand painted | pottery | C62 | 1150 PKR | 96 | 55 | 691200
      Vase, blue pottery, 22 cm | Wheel thrown | pottery | C62 | 11.20 EUR | 36 | 60 | 691390
      Tile, blue pottery, 15 cm | Ajrak star | pottery | C62 | 2.90 EUR | 200 | 60 | 691490
      Scarf, ajrak printed cotton, 70 x 180 cm | Block printed, indigo and madder | block_printing | C62 | 6.90 EUR | 80 | 50 | 621490
    `),
  },
  {
    name: 'Hunza Patti and Kilim Women’s Enterprise',
    domain: 'hunza-patti',
    country: 'PK',
    place: 'Karimabad',
    region: 'Gilgit-Baltistan',
    street: 'Zero Point Road',
    languages: ['bsk', 'ur', 'en'],
    founded: 2010,
    makers: 74,
    women: 73,
    manager: 'Bibi Gulshan Karim',
    maker: 'Parveen Ali',
    crafts: crafts('carpets 320 pieces, hand_weaving 700 pieces, embroidery 800 pieces'),
    schemes: ['GOODWEAVE', 'RWS', 'WFTO-GUARANTEED'],
    story:
      'A carpet centre run by women was a quarrel in every house for a year and is now the valley’s largest employer after the school. Wool is carded, spun and dyed with walnut husk and pomegranate. The carpenter’s workshop next door, also women, builds our looms.',
    products: products(`
      Kilim, wool, 120 x 180 cm | Plant dyes, flat weave | carpets | C62 | 138.00 EUR | 8 | 100 | 570210
      Rug, hand knotted, 90 x 150 cm | Local wool, 9 knots per square cm | carpets | C62 | 192.00 EUR | 5 | 130 | 570110
      Cap, Hunza embroidery | Cross stitch on wool | embroidery | C62 | 2150 PKR | 40 | 50 | 650500
      Cushion cover, kilim, 45 cm | Wool face, cotton back | carpets | C62 | 17.40 EUR | 40 | 60 | 630499
    `),
  },
];
