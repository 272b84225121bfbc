import { moreShapes } from './more-shapes.js';

/** Outlines in a square of 600: what is filled with the pattern, and details drawn over it. Things stand at y 470. */
export interface Shape {
  body: string;
  details?: string;
  behind?: string;
}

const line = 'fill="none" stroke="#000" stroke-opacity=".28" stroke-width="5" stroke-linecap="round"';
const handle = 'fill="none" stroke="#7a4a2c" stroke-width="14" stroke-linecap="round"';

const shapes = {
  ...moreShapes,
  basket: {
    body: '<path d="M170 230C170 200 430 200 430 230L405 445C402 478 198 478 195 445Z"/>',
    details: `<ellipse cx="300" cy="228" rx="130" ry="26" fill="#000" fill-opacity=".32"/><ellipse cx="300" cy="228" rx="130" ry="26" ${line}/>`,
  },
  shopper: {
    body: '<path d="M150 260C150 240 450 240 450 260L430 450C428 474 172 474 170 450Z"/>',
    behind: `<path d="M215 262C210 120 390 120 385 262" ${handle}/>`,
    details: `<path d="M200 262C195 145 375 145 372 262" ${handle}/><path d="M150 260C200 282 400 282 450 260" ${line}/>`,
  },
  flat: {
    body: '<circle cx="300" cy="300" r="190"/>',
    details: `<circle cx="300" cy="300" r="190" ${line}/><circle cx="300" cy="300" r="140" ${line}/><circle cx="300" cy="300" r="90" ${line}/><circle cx="300" cy="300" r="40" ${line}/>`,
  },
  cushion: {
    body: '<path d="M135 150C220 172 380 172 465 150C446 240 446 380 465 468C380 448 220 448 135 468C154 380 154 240 135 150Z"/>',
    details: `<path d="M150 166C166 250 166 370 150 454M450 166C434 250 434 370 450 454" ${line}/>`,
  },
  folded: {
    body: '<path d="M130 300H470V372H130Z"/><path d="M140 382H460V432H140Z"/><path d="M150 232H450V292H150Z"/><path d="M145 440H455V470H145Z"/>',
    details: `<path d="M130 300H470M130 372H470M140 382H460M140 432H460M150 232H450M150 292H450" ${line}/>`,
  },
  hung: {
    body: '<path d="M180 110H420V420H180Z"/>',
    behind: '<path d="M120 108H480" stroke="#6b4a33" stroke-width="12" stroke-linecap="round"/>',
    details: `<path d="${Array.from({ length: 21 }, (_, index) => `M${184 + index * 11.6} 420v42`).join('')}" stroke="#000" stroke-opacity=".3" stroke-width="3"/><path d="M180 132H420" ${line}/>`,
  },
  rug: {
    body: '<path d="M205 150H395L480 450H120Z"/>',
    details: `<path d="${Array.from({ length: 19 }, (_, index) => `M${122 + index * 19.8} 450l-2 22`).join('')}${Array.from({ length: 19 }, (_, index) => `M${207 + index * 10.4} 150v-12`).join('')}" stroke="#e8dcc4" stroke-width="3"/><path d="M222 176H378L444 422H156Z" ${line}/>`,
  },
  bowl: {
    body: '<path d="M130 270H470C470 400 390 470 300 470C210 470 130 400 130 270Z"/>',
    details: `<ellipse cx="300" cy="270" rx="170" ry="34" fill="#000" fill-opacity=".26"/><ellipse cx="300" cy="270" rx="170" ry="34" ${line}/>`,
  },
  mug: {
    body: '<path d="M190 210H390V440C390 462 372 470 350 470H230C208 470 190 462 190 440Z"/>',
    behind: '<path d="M385 260C480 240 480 400 385 390" fill="none" stroke="url(#cloth)" stroke-width="26"/>',
    details: `<ellipse cx="290" cy="210" rx="100" ry="20" fill="#000" fill-opacity=".3"/><ellipse cx="290" cy="210" rx="100" ry="20" ${line}/>`,
  },
  vase: {
    body: '<path d="M262 130H338C334 190 420 240 420 340C420 420 370 470 300 470C230 470 180 420 180 340C180 240 266 190 262 130Z"/>',
    details: `<ellipse cx="300" cy="130" rx="38" ry="9" fill="#000" fill-opacity=".35"/>`,
  },
  spoons: {
    body: '<path d="M232 120C275 120 285 210 258 240L262 470H232L228 240C190 210 192 120 232 120Z"/><path d="M372 120C412 120 418 210 388 240L384 470H354L352 240C322 210 330 120 372 120Z"/>',
  },
  hat: {
    body: '<path d="M165 380C165 130 435 130 435 380Z"/><path d="M150 378H450C462 378 462 456 450 456H150C138 456 138 378 150 378Z"/><circle cx="300" cy="168" r="44"/>',
    details: `<path d="M150 378H450M150 456H450" ${line}/>`,
  },
  pair: {
    body: '<path d="M170 150H250V350C250 372 330 400 330 440C330 470 200 470 185 462C165 452 170 400 170 380Z"/><path d="M330 130H410V330C410 352 490 380 490 420C490 450 360 450 345 442C325 432 330 380 330 360Z"/>',
    details: `<path d="M170 185H250M330 165H410" ${line}/>`,
  },
  garland: {
    body: [
      [110, 210],
      [165, 268],
      [228, 305],
      [300, 318],
      [372, 305],
      [435, 268],
      [490, 210],
    ]
      .map(([x = 0, y = 0]) => `<circle cx="${x}" cy="${y}" r="38"/>`)
      .join(''),
    behind: '<path d="M60 130C150 330 450 330 540 130" fill="none" stroke="#6b4a33" stroke-width="4"/>',
  },
  book: {
    body: '<path d="M185 140H400C412 140 420 148 420 160V450C420 462 412 470 400 470H185Z"/>',
    details: `<path d="M215 140V470" ${line}/><path d="M420 165h10v292h-10M430 172h8v278h-8" fill="#f7f2e8" stroke="#0003" stroke-width="2"/>`,
  },
  light: {
    body: '<path d="M270 200H330C350 300 430 340 440 430H160C170 340 250 300 270 200Z"/>',
    behind: '<path d="M300 60V205" stroke="#3b3632" stroke-width="5"/>',
    details: `<ellipse cx="300" cy="430" rx="140" ry="24" fill="#fff4cf" fill-opacity=".65"/><ellipse cx="300" cy="430" rx="140" ry="24" ${line}/>`,
  },
  drops: {
    body: '<path d="M200 220C250 300 255 400 200 400C145 400 150 300 200 220Z"/><path d="M400 220C450 300 455 400 400 400C345 400 350 300 400 220Z"/>',
    details: `<path d="M200 218C200 170 232 160 232 190M400 218C400 170 432 160 432 190" fill="none" stroke="#8a7346" stroke-width="6"/>`,
  },
  bar: {
    body: '<path d="M150 250C150 230 170 225 190 225H420C440 225 452 232 452 250V420C452 440 440 448 420 448H190C165 448 150 440 150 420Z"/>',
    details: `<path d="M190 300H412V372H190Z" fill="#fbf6ea"/><path d="M215 328H385M235 348H365" stroke="#6b5a45" stroke-width="5"/>`,
  },
  candle: {
    body: '<path d="M270 260H330L345 420H255Z"/><path d="M190 420H410C424 420 424 470 410 470H190C176 470 176 420 190 420Z"/>',
    behind:
      '<path d="M280 120H320V262H280Z" fill="#f6efdf"/><path d="M300 70C318 92 312 116 300 118C288 116 282 92 300 70Z" fill="#e8a33c"/>',
  },
  animal: {
    body: '<path d="M190 470V330C170 300 168 190 190 150L215 190H250L270 150C290 200 285 240 280 270H390C440 270 450 310 450 350V470H400V390H250V470Z"/>',
    details: '<circle cx="214" cy="225" r="7" fill="#221"/><circle cx="252" cy="225" r="7" fill="#221"/>',
  },
} satisfies Record<string, Shape>;

/** Which outline a name asks for; the first that fits. */
const byName: readonly (readonly [words: RegExp, shape: keyof typeof shapes])[] = [
  [/napkin ring|stacking ring/i, 'rings'],
  [/bauble|\begg,|ornament, felted/i, 'ball'],
  [/necklace|bracelet|collar|\bbeads,/i, 'necklace'],
  [/earring|key ring/i, 'drops'],
  [/teapot/i, 'teapot'],
  [/\bapron/i, 'apron'],
  [/robe\b|pullover|cardigan/i, 'garment'],
  [/card holder|purse|pouch|clutch|album/i, 'book'],
  [/\bbox\b|trunk|salt cellar|lidded box/i, 'box'],
  [/\btile\b|picture frame|chess/i, 'tile'],
  [/twine|yarn/i, 'yarn'],
  [/alebrije|puppet/i, 'beast'],
  [/shopper|tote|\bbag\b|market|satchel|backpack|handbag/i, 'shopper'],
  [/cushion|pillow/i, 'cushion'],
  [/runner|throw|blanket|shawl|scarf|stole|wall hanging|panel|banner|peshtemal|curtain/i, 'hung'],
  [/\brug|kilim|carpet|\bmat\b/i, 'rug'],
  [/placemat|trivet|coaster|wall basket|plate|disc|platter|tray/i, 'flat'],
  [/mug|cup|tumbler|glass/i, 'mug'],
  [/vase|jar|jug|pitcher|bottle|lidded/i, 'vase'],
  [/pendant|shade|lamp\b/i, 'light'],
  [/basket|planter|hamper|\bbin\b|pot\b|hanger|holder, rattan|magazine/i, 'basket'],
  [/bowl|dish|tagine/i, 'bowl'],
  [/spoon|server|spatula|fork/i, 'spoons'],
  [/beanie|\bhat|\bcap\b/i, 'hat'],
  [/sock|slipper|mitten|glove|bootie/i, 'pair'],
  [/garland|bauble|ornament|string|bead|necklace/i, 'garland'],
  [/notebook|journal|card|wallet|purse|pouch|book/i, 'book'],
  [/bangle|ring\b/i, 'drops'],
  [/soap|candle, soy/i, 'bar'],
  [/candle|tealight|lantern|bell/i, 'candle'],
  [/animal|toy|llama|elephant|doll|figure/i, 'animal'],
];

export function shapeOf(productName: string): Shape {
  return shapes[byName.find(([words]) => words.test(productName))?.[1] ?? 'folded'];
}
