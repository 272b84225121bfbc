/**
 * Units of measure that craft goods are asked for in: codes and names from UN/ECE Recommendation 20, revision 17e, and the
 * words that people write for them in sheets. The portal's own code for a piece is C62 (one).
 */
interface Unit {
  code: string;
  name: string;
  words: readonly string[];
}

const units: readonly Unit[] = [
  {
    code: 'C62',
    name: 'piece',
    words: [
      'piece',
      'pieces',
      'pc',
      'pcs',
      'pce',
      'pces',
      'pzs',
      'pz',
      'pza',
      'pzas',
      'pieza',
      'piezas',
      'piece(s)',
      'pc(s)',
      'piéce',
      'pièce',
      'pièces',
      'peça',
      'peças',
      'peca',
      'pecas',
      'kipande',
      'vipande',
      'nag',
      'nos',
      'no',
      'nr',
      'unit',
      'units',
      'unit(s)',
      'unidad',
      'unidades',
      'unidade',
      'unité',
      'unités',
      'unite',
      'u',
      'un',
      'und',
      'uds',
      'each',
      'ea',
      'item',
      'items',
      'one',
      'stück',
      'stueck',
      'stk',
      'st',
      'h87',
      'qty',
    ],
  },
  {
    code: 'PR',
    name: 'pair',
    words: ['pair', 'pairs', 'prs', 'par', 'pares', 'paire', 'paires', 'jozi', 'jodi', 'paar', 'npr'],
  },
  {
    code: 'SET',
    name: 'set',
    words: ['sets', 'juego', 'juegos', 'conjunto', 'conjuntos', 'jeu', 'jeux', 'lot', 'seti', 'satz'],
  },
  { code: 'KT', name: 'kit', words: ['kits'] },
  {
    code: 'DZN',
    name: 'dozen',
    words: [
      'dozens',
      'doz',
      'dz',
      'docena',
      'docenas',
      'douzaine',
      'dúzia',
      'dúzias',
      'dazeni',
      'darjan',
      'dutzend',
    ],
  },
  { code: 'GRO', name: 'gross', words: ['gruesa', 'grosse', 'grosa'] },
  {
    code: 'NMP',
    name: 'number of packs',
    words: [
      'pack',
      'packs',
      'pk',
      'pkt',
      'packet',
      'packets',
      'paquete',
      'paquetes',
      'paquet',
      'pacote',
      'pakiti',
      'packung',
    ],
  },
  {
    code: 'MTR',
    name: 'metre',
    words: [
      'metres',
      'meter',
      'meters',
      'm',
      'mt',
      'mts',
      'mtr',
      'mtrs',
      'metro',
      'metros',
      'mètre',
      'mètres',
      'mita',
      'running metre',
      'running meter',
      'lm',
      'rm',
    ],
  },
  {
    code: 'CMT',
    name: 'centimetre',
    words: [
      'centimetres',
      'centimeter',
      'centimeters',
      'cm',
      'cms',
      'centímetro',
      'centímetros',
      'centimètre',
    ],
  },
  { code: 'MMT', name: 'millimetre', words: ['millimetres', 'millimeter', 'mm'] },
  { code: 'FOT', name: 'foot', words: ['feet', 'ft', 'pie', 'pies', 'pied', 'pieds'] },
  { code: 'INH', name: 'inch', words: ['inches', 'in', 'pulgada', 'pulgadas', 'pouce'] },
  { code: 'YRD', name: 'yard', words: ['yards', 'yd', 'yds', 'yarda', 'yardas'] },
  {
    code: 'MTK',
    name: 'square metre',
    words: [
      'square metres',
      'square meter',
      'square meters',
      'sqm',
      'sq m',
      'sq.m',
      'sq mtr',
      'm2',
      'm²',
      'metro cuadrado',
      'metros cuadrados',
      'mètre carré',
      'metro quadrado',
      'qm',
    ],
  },
  { code: 'CMK', name: 'square centimetre', words: ['cm2', 'cm²', 'sq cm'] },
  { code: 'FTK', name: 'square foot', words: ['square feet', 'sqft', 'sq ft', 'ft2', 'ft²'] },
  { code: 'MTQ', name: 'cubic metre', words: ['cubic metres', 'cubic meter', 'm3', 'm³', 'cbm'] },
  {
    code: 'KGM',
    name: 'kilogram',
    words: [
      'kilograms',
      'kilogramme',
      'kilo',
      'kilos',
      'kg',
      'kgs',
      'kilogramo',
      'kilogramos',
      'quilo',
      'quilograma',
    ],
  },
  {
    code: 'GRM',
    name: 'gram',
    words: ['grams', 'gramme', 'g', 'gm', 'gms', 'gr', 'gramo', 'gramos', 'grama'],
  },
  {
    code: 'TNE',
    name: 'tonne',
    words: ['tonnes', 'ton', 'tons', 'metric ton', 't', 'tonelada', 'toneladas'],
  },
  { code: 'LBR', name: 'pound', words: ['pounds', 'lb', 'lbs', 'libra', 'libras', 'livre'] },
  {
    code: 'LTR',
    name: 'litre',
    words: ['litres', 'liter', 'liters', 'l', 'lt', 'ltr', 'ltrs', 'litro', 'litros', 'lita'],
  },
  { code: 'MLT', name: 'millilitre', words: ['millilitres', 'milliliter', 'ml'] },
  {
    code: 'HUR',
    name: 'hour',
    words: ['hours', 'hr', 'hrs', 'h', 'hora', 'horas', 'heure', 'heures', 'saa', 'stunde', 'stunden'],
  },
  {
    code: 'DAY',
    name: 'day',
    words: ['days', 'día', 'días', 'jour', 'jours', 'dia', 'dias', 'siku', 'tag', 'tage'],
  },
  { code: 'MIN', name: 'minute', words: ['minutes', 'min', 'mins', 'minuto', 'minutos', 'dakika'] },
  {
    code: 'RO',
    name: 'roll',
    words: ['rolls', 'rollo', 'rollos', 'rouleau', 'rouleaux', 'rolo', 'rolos', 'rolle'],
  },
  {
    code: 'BX',
    name: 'box',
    words: ['boxes', 'caja', 'cajas', 'boîte', 'boîtes', 'boite', 'caixa', 'caixas', 'sanduku', 'schachtel'],
  },
  { code: 'CT', name: 'carton', words: ['cartons', 'ctn', 'ctns', 'cartón', 'katoni', 'karton'] },
  {
    code: 'BG',
    name: 'bag',
    words: ['bags', 'bolsa', 'bolsas', 'sac', 'sacs', 'saco', 'sacos', 'mfuko', 'beutel'],
  },
  { code: 'BE', name: 'bundle', words: ['bundles', 'bdl', 'atado', 'fardo', 'botte', 'bündel'] },
  {
    code: 'LEF',
    name: 'leaf',
    words: ['leaves', 'sheet', 'sheets', 'hoja', 'hojas', 'feuille', 'feuilles', 'folha', 'folhas', 'blatt'],
  },
];

/** Lower case without accents, dots and doubled spaces: "Pcs." and "pièces" are found as "pcs" and "pieces". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,;:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const byCode = new Map(units.map((unit) => [unit.code, unit]));
const byWord = new Map<string, string>();
for (const unit of units) {
  for (const word of [unit.code, unit.name, ...unit.words]) {
    const key = plain(word);
    // Where two units share a word the first listed keeps it.
    if (!byWord.has(key)) {
      byWord.set(key, unit.code);
    }
  }
}

export function isUnitCode(code: string): boolean {
  return byCode.has(code);
}

/** The English name of a unit; the code itself where it has none here. */
export function unitName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/** The code of what people call a unit in English, Spanish, French, Portuguese, Swahili, Hindi or German; null when unknown. */
export function unitFromText(text: string): string | null {
  return byWord.get(plain(text)) ?? null;
}

export const unitCodes: readonly { code: string; name: string }[] = units.map(({ code, name }) => ({
  code,
  name,
}));

/** Up to three units whose words are nearest to a text that is none, by bigrams in common. */
export function nearUnits(text: string): string[] {
  const pairs = (word: string): Set<string> =>
    new Set([...` ${word} `].slice(0, -1).map((letter, at) => letter + (` ${word} `[at + 1] ?? '')));
  const wanted = pairs(plain(text));
  return units
    .map((unit) => ({
      unit,
      likeness: Math.max(
        ...[unit.name, ...unit.words].map((word) => {
          const own = pairs(plain(word));
          const shared = [...own].filter((pair) => wanted.has(pair)).length;
          return (2 * shared) / (own.size + wanted.size);
        }),
      ),
    }))
    .filter(({ likeness }) => likeness > 0.3)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, 3)
    .map(({ unit }) => `${unit.name} (${unit.code})`);
}
