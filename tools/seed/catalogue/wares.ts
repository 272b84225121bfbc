/** What retailers ask for: in their words, by craft, with the sizes and finishes that make lines of it. */
export interface WareFacts {
  craftCode: string;
  code: string;
  what: string;
  specification: string;
  unitCode: string;
  /** A believable unit price in euros, ex works, for the middle size. */
  euros: number;
  sizes: readonly string[];
  finishes: readonly string[];
  hsCode: string;
  /** The least and the most that a line asks for. */
  quantity: readonly [least: number, most: number];
}

/**
 * Wares from a table, one a line: craft | code | what | specification | unit | euros | sizes; … | finishes; … | HS code | least-most.
 */
function wares(table: string): WareFacts[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      const [craftCode, code, what, specification, unitCode, euros, sizes, finishes, hsCode, quantity] =
        cells;
      if (!craftCode || !code || !what || !specification || !unitCode || !sizes || !finishes || !hsCode) {
        throw new Error(`“${row.trim()}” is no ware`);
      }
      const [least = NaN, most = NaN] = (quantity ?? '').split('-').map(Number);
      if (!Number.isFinite(Number(euros)) || !(least < most)) {
        throw new Error(`“${row.trim()}” has no price or no quantity`);
      }
      return {
        craftCode,
        code,
        what,
        specification,
        unitCode,
        euros: Number(euros),
        sizes: sizes.split(';').map((one) => one.trim()),
        finishes: finishes.split(';').map((one) => one.trim()),
        hsCode,
        quantity: [least, most],
      };
    });
}

export const wareFacts: readonly WareFacts[] = wares(`
  basketry | BSK | Round storage basket | Plant fibre, holds its shape when empty, two handles | C62 | 8.40 | 20 cm; 25 cm; 30 cm; 35 cm; 40 cm | natural; indigo bands; madder bands; black and natural | 460219 | 240-3600
  basketry | BRD | Bread basket | Food-contact dyes only, wipe clean | C62 | 5.60 | oval 25 cm; oval 30 cm; round 24 cm | natural; two-tone rim | 460219 | 180-2400
  basketry | LND | Laundry basket with lid | Upright, lined with unbleached cotton | C62 | 22.50 | 45 cm; 50 cm; 55 cm | natural; white and natural | 460219 | 60-700
  basketry | PLC | Placemat | Reversible, edges bound, moisture below 12 percent | C62 | 2.10 | round 36 cm; round 38 cm; 33 x 48 cm | natural; charcoal; terracotta; sage | 460129 | 600-6000
  basketry | SHP | Market shopper | Leather or fibre handles tested at 12 kg | C62 | 10.40 | 32 cm; 38 cm | natural; mixed stripes; indigo | 460219 | 150-1800
  basketry | PLT | Planter basket | Waxed liner, drains to tray | C62 | 6.20 | 18 cm; 22 cm; 26 cm | natural; grey; ochre | 460219 | 200-2600
  hand_weaving | RUN | Table runner | Handloomed cotton, hemmed, washable at 40 degrees | C62 | 8.20 | 35 x 140 cm; 40 x 180 cm | ecru stripe; indigo; rust; olive | 630251 | 120-1500
  hand_weaving | NAP | Napkin, set of four | Cotton, mitred corners | SET | 7.10 | 40 cm; 45 cm | ecru; indigo; rust; check | 630251 | 150-2000
  hand_weaving | THR | Throw | Handwoven, twisted fringe, 130 x 180 cm after wash | C62 | 23.00 | cotton; cotton and wool | grey melange; ochre check; undyed | 630130 | 60-600
  hand_weaving | TWL | Kitchen towel | Absorbent, with loop, no optical brightener | C62 | 4.10 | 50 x 70 cm; 45 x 65 cm | stripe; waffle; check | 630291 | 300-4000
  hand_weaving | SCF | Scarf | Handwoven, label sewn in by maker | C62 | 12.40 | 50 x 180 cm; 70 x 200 cm | indigo; madder; undyed; black check | 621490 | 80-900
  carpets | RUG | Flat woven rug | Wool, plant dyes, anti-moth without permethrin | C62 | 118.00 | 80 x 150 cm; 120 x 180 cm; 170 x 240 cm | natural stripe; diamond; terracotta border | 570210 | 6-90
  carpets | KNT | Hand knotted rug | Wool pile, at least 9 knots per square cm | C62 | 260.00 | 90 x 150 cm; 120 x 180 cm | ivory; madder field | 570110 | 4-40
  carpets | KCU | Cushion cover, flat weave | Wool face, cotton back, zip | C62 | 16.50 | 45 cm; 50 cm; 40 x 60 cm | rust; grey; mixed vintage palette | 630499 | 60-800
  embroidery | ECU | Cushion cover, embroidered | Hand stitched on cotton, concealed zip | C62 | 8.30 | 40 cm; 45 cm; 30 x 50 cm | running stitch; mirror work; cross stitch | 630492 | 100-1200
  embroidery | EPU | Pouch, embroidered | Lined, metal zip, nickel free | C62 | 5.20 | 18 cm; 22 cm | birds; geometric; plain border | 420222 | 150-2000
  embroidery | ENA | Cocktail napkin, embroidered, set of six | Linen look cotton, hem stitched | SET | 9.60 | 15 cm; 20 cm | bees; leaves; initials blank | 630251 | 80-700
  quilting | QTH | Quilted throw, recycled cotton | Two layers, running stitch, each piece differs | C62 | 21.00 | 130 x 170 cm; 130 x 190 cm | bright; blue family; muted | 630419 | 60-600
  quilting | QBL | Baby quilt | Tested to OEKO-TEX class I limits | C62 | 13.80 | 80 x 100 cm; 90 x 120 cm | cream; mustard; sky | 630419 | 80-800
  block_printing | BTC | Tablecloth, block printed | Cotton 180 g, colour fast at grade 4 | C62 | 13.60 | 140 x 180 cm; 150 x 225 cm; 150 x 300 cm | madder; indigo; olive leaf | 630251 | 80-900
  block_printing | BNA | Napkin, block printed, set of six | Cotton, hemmed | SET | 6.90 | 40 cm; 45 cm | madder; indigo; mustard | 630251 | 120-1600
  block_printing | BFB | Cotton fabric, block printed | 110 cm wide, roll of 25 m, shade band agreed | MTR | 3.40 | 90 g; 120 g | small buti; trellis; stripe | 520852 | 200-2500
  ikat | IKF | Cotton ikat fabric | 112 cm wide, by the metre, colour fast | MTR | 5.20 | single ikat; double ikat | indigo; red and black; grey | 520842 | 100-1200
  ikat | IKC | Cushion cover, ikat | Zip, cotton back | C62 | 7.40 | 45 cm; 50 cm | indigo; saffron; charcoal | 630492 | 80-900
  batik | BTK | Cushion cover, batik | Wax resist, washed twice, zip | C62 | 7.10 | 45 cm; 50 cm | indigo; soga brown; green | 630492 | 80-900
  batik | BTF | Cotton fabric, batik | 112 cm wide, by the metre | MTR | 5.60 | 110 g; 130 g | indigo; two-colour; soga brown | 520852 | 100-1200
  natural_dyeing | NDN | Napkin, plant dyed, set of four | Cotton, no heavy metal mordant | SET | 12.60 | 40 cm; 45 cm | indigo; onion; madder | 630251 | 60-600
  knitting | BNE | Beanie, hand knitted | Wool or alpaca, lined band, care label | C62 | 8.60 | one size; child | rib grey; rib rust; yoke pattern; undyed | 650500 | 150-2200
  knitting | SCK | Socks, hand knitted | Wool, reinforced heel | PR | 5.90 | S; M; L | stripe; plain; fair isle | 611594 | 120-1500
  knitting | MIT | Mittens, hand knitted | Alpaca or wool, cord for child sizes | PR | 7.40 | child; adult | natural; red; moss | 611691 | 100-1200
  felting | FGA | Garland, felted wool | Tested for small parts, cotton cord | C62 | 4.40 | 150 cm; 180 cm; 200 cm | rainbow; winter; grey scale | 560290 | 150-2500
  felting | FSL | Slippers, felted wool | Suede sole, sizes by pair on packing list | PR | 10.20 | 36-38; 39-41; 42-44 | grey; moss; rust | 640520 | 80-900
  pottery | BWL | Serving bowl, glazed | Lead and cadmium release below EU limit, dishwasher tested | C62 | 8.80 | 16 cm; 22 cm; 28 cm | ash white; cobalt brush; celadon | 691200 | 96-1400
  pottery | MUG | Mug, stoneware | 300 ml, lead-free glaze, stackable | C62 | 4.90 | 250 ml; 300 ml; 350 ml | ash white; iron speckle; celadon | 691200 | 192-2600
  pottery | PLR | Planter, terracotta | Drainage hole, burnished outside | C62 | 7.60 | 16 cm; 20 cm; 26 cm | natural; black; cream slip | 691490 | 96-1200
  pottery | VAS | Vase | Hand built, watertight unless marked decorative | C62 | 12.20 | 18 cm; 22 cm; 30 cm | matt black; cream; blue | 691390 | 48-600
  wood_carving | SPN | Salad servers | Pair, oiled, no lacquer | PR | 5.70 | 25 cm; 30 cm | light wood; dark wood | 441920 | 120-1500
  wood_carving | WBL | Bowl, turned wood | Moisture below 10 percent, oiled | C62 | 10.60 | 15 cm; 22 cm; 28 cm | natural; charred rim | 441920 | 60-700
  wood_carving | ORN | Ornament, carved wood | Child-safe finish, cotton loop | C62 | 2.20 | 7 cm; 10 cm | natural; painted | 442019 | 200-2400
  lacquer | LBW | Bowl, lacquered | Food safe inside, matt outside | C62 | 6.30 | 15 cm; 20 cm; 25 cm | sage; clay; ink | 441919 | 120-1500
  lacquer | LNR | Napkin ring, lacquered, set of four | Plant pigments | SET | 4.30 | standard | two-tone; plain | 442090 | 150-1500
  rattan | SHD | Pendant shade | Open weave, for E27, without fitting, drop tested carton | C62 | 14.60 | 35 cm; 45 cm; 55 cm | natural; smoked | 460212 | 40-500
  rattan | TRY | Serving tray, bamboo or rattan | Double rim, handles | C62 | 6.10 | 35 cm; 40 cm | natural; smoked | 460211 | 120-1400
  paper | NBK | Notebook, handmade paper | 80 leaves, sewn, acid free | C62 | 3.10 | A6; A5 | petals; block print; plain | 482010 | 250-3000
  paper | BAU | Bauble, papier-mâché, set of four | Boxed, ribbon | SET | 8.40 | 6 cm; 8 cm | snow; birds; gold leaf look | 482390 | 120-1500
  metalwork | CND | Candle holder, brass | Felt foot, nickel free | C62 | 5.10 | 8 cm; 12 cm; 18 cm | polished; antique | 741980 | 120-1500
  metalwork | BEL | Bell ornament, brass | Leather loop | C62 | 1.90 | 5 cm; 7 cm | polished; antique | 830610 | 300-3000
  glass | GTL | Tealight glass, mouth blown | Recycled glass, ground rim | C62 | 2.10 | 7 cm; 9 cm | clear; amber; sea green | 701399 | 240-2400
  glass | GBA | Bauble, blown glass, set of six | Boxed with divider | SET | 9.40 | 6 cm; 8 cm | clear; frosted | 701890 | 80-800
  jewellery | EAR | Earrings | Nickel free hooks, on recycled card | PR | 4.60 | small; large | sisal; brass disc; beaded | 711790 | 150-1500
  jewellery | NCK | Necklace | Adjustable, nickel free | C62 | 5.80 | 45 cm; 60 cm | lamp beads; brass and thread | 711790 | 100-1000
  beadwork | BNR | Napkin ring, beaded, set of four | Glass beads on wire | SET | 5.20 | standard | white; ochre; multicolour | 711790 | 120-1500
  beadwork | BOR | Ornament, beaded | Boxed singly | C62 | 3.10 | 5 cm; 7 cm | bird; star; heart | 711790 | 200-2400
  stone | SDH | Dish, soapstone | Food safe wax, hand sanded | C62 | 3.40 | 8 cm; 12 cm; 16 cm | natural; painted rim | 680299 | 200-2400
  stone | SHR | Palm stone, soapstone | Polished | C62 | 0.90 | 4 cm; 5 cm | natural; grey; terracotta | 680299 | 500-6000
  leather | LWL | Wallet, leather | Chrome free tanning, hand stitched | C62 | 8.10 | card holder; bifold | tan; black; natural | 420231 | 100-1200
  leather | LBG | Shoulder bag, leather | Chrome free tanning, cotton lining | C62 | 26.00 | 28 cm; 34 cm | tan; black | 420221 | 30-350
  soap | SOP | Soap, cold process | Ingredient list and safety report with sample | C62 | 1.90 | 100 g; 150 g | olive and laurel; rice milk; unscented | 340111 | 500-6000
  crochet | CTY | Crochet animal | EN 71 tested, embroidered eyes | C62 | 8.90 | 15 cm; 20 cm | llama; elephant; rabbit | 950300 | 80-900
  crochet | CBG | Crochet bag | Lined, magnet closing | C62 | 14.20 | 28 cm; 32 cm | natural; black | 420292 | 60-600
  macrame | MPH | Plant hanger, macramé | Cotton or jute, wooden ring, 8 kg tested | C62 | 3.60 | 80 cm; 100 cm | natural; black | 560900 | 200-2400
  tailoring | APR | Apron | Adjustable neck, two pockets | C62 | 8.60 | adult; child | plain; printed | 621142 | 120-1500
  lace | LED | Lace edging | Hand made, by the metre, cotton | MTR | 3.70 | 3 cm; 5 cm | white; ecru | 580430 | 60-600
  hand_spinning | YRN | Yarn, hand spun wool | Hanks of 500 g, plant dyed | KGM | 30.00 | sport; chunky | undyed; madder; indigo | 510910 | 15-150
`);

/** A request's title and description with the crafts that it is about. */
export interface ThemeFacts {
  title: string;
  description: string;
  crafts: readonly string[];
}

export const themes: readonly ThemeFacts[] = [
  {
    title: 'Autumn storage baskets',
    description: 'Core range for all shops. Sizes nest; cartons of six.',
    crafts: ['basketry'],
  },
  {
    title: 'Spring table, woven and printed',
    description: 'Napkins, runners and cloths in one palette. Send strike-offs with the first sample.',
    crafts: ['hand_weaving', 'block_printing'],
  },
  {
    title: 'Winter warmers',
    description: 'Hats, socks and felt for the cold months, packed by shop.',
    crafts: ['knitting', 'felting'],
  },
  {
    title: 'Basket and placemat basics',
    description: 'Repeat of last year’s best sellers with two new colours.',
    crafts: ['basketry'],
  },
  {
    title: 'Flat weave rugs and cushions',
    description: 'Made to order sizes. Weavers’ names go on our label.',
    crafts: ['carpets'],
  },
  {
    title: 'Holiday ornaments',
    description: 'Small, light, boxed, under six euros at our counter.',
    crafts: ['felting', 'paper', 'beadwork', 'glass'],
  },
  {
    title: 'Kitchen and pantry, handmade',
    description: 'Towels, bowls, servers and mugs for one campaign.',
    crafts: ['hand_weaving', 'pottery', 'wood_carving'],
  },
  {
    title: 'Embroidered cushions and pouches',
    description: 'Three stitches, one colour card. Tell us what your makers would rather stitch.',
    crafts: ['embroidery'],
  },
  {
    title: 'Green corner: planters and hangers',
    description: 'For the plant season; drainage and liners matter more than looks.',
    crafts: ['basketry', 'pottery', 'macrame'],
  },
  {
    title: 'Quilted throws',
    description: 'Each piece differs, and we say so in the shop.',
    crafts: ['quilting', 'embroidery'],
  },
  {
    title: 'Lampshades and trays',
    description: 'Natural finish only. Cartons must survive a drop from 80 cm.',
    crafts: ['rattan', 'basketry'],
  },
  {
    title: 'Indigo story',
    description: 'Everything blue, from three crafts, with one card that tells how indigo works.',
    crafts: ['batik', 'ikat', 'block_printing'],
  },
  {
    title: 'Gift counter',
    description: 'Small leather, jewellery and notebooks beside the till.',
    crafts: ['leather', 'jewellery', 'paper'],
  },
  {
    title: 'Stoneware restock',
    description: 'Mugs and bowls to the same samples as before.',
    crafts: ['pottery'],
  },
  {
    title: 'Loomed scarves and throws',
    description: 'Plant dyes welcome; tell us the batch size that keeps one shade.',
    crafts: ['hand_weaving'],
  },
  {
    title: 'Toys and playroom',
    description: 'EN 71 reports with the pre-production sample.',
    crafts: ['lacquer', 'crochet', 'wood_carving'],
  },
  {
    title: 'Bathroom shelf',
    description: 'Soap, dishes and towels that belong together.',
    crafts: ['soap', 'stone', 'hand_weaving'],
  },
  {
    title: 'Brass and glass for the festive table',
    description: 'Candle holders, bells and tealights, mixed cartons.',
    crafts: ['metalwork', 'glass'],
  },
  {
    title: 'Large basket programme',
    description: 'Bulk for the whole year in four deliveries. No single cooperative needs to make it all.',
    crafts: ['basketry'],
  },
  {
    title: 'Table linen for hotels',
    description: 'Plain weaves in volume; a fabric test report per batch.',
    crafts: ['hand_weaving', 'ikat', 'natural_dyeing'],
  },
];
