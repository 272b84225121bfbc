/** Units of UN/ECE Recommendation 20 in which craft goods are asked for, with what people write for them. The server knows more words. */
const units = {
  C62: 'piece pieces pc pcs pce each ea item items unit units st stk stück pieza piezas pièce pièces peça peças one',
  PR: 'pair pairs pr prs par pares paire paires paar',
  SET: 'set sets juego juegos jeu jogo satz',
  KT: 'kit kits',
  DZN: 'dozen dozens dz doz docena douzaine dúzia dutzend',
  GRO: 'gross gruesa grosse',
  NMP: 'pack packs packet packets package packages',
  MTR: 'metre metres meter meters m mtr mtrs metro metros mètre',
  CMT: 'centimetre centimetres centimeter cm',
  MMT: 'millimetre millimetres mm',
  FOT: 'foot feet ft',
  INH: 'inch inches in',
  YRD: 'yard yards yd yds',
  MTK: 'square_metre m2 m² sqm',
  CMK: 'square_centimetre cm2 cm²',
  FTK: 'square_foot ft2 ft² sqft',
  MTQ: 'cubic_metre m3 m³ cbm',
  KGM: 'kilogram kilograms kg kgs kilo kilos',
  GRM: 'gram grams g gr',
  TNE: 'tonne tonnes ton tons t',
  LBR: 'pound pounds lb lbs',
  LTR: 'litre litres liter liters l ltr',
  MLT: 'millilitre millilitres ml',
  HUR: 'hour hours h hr hrs',
  DAY: 'day days',
  MIN: 'minute minutes min mins',
  RO: 'roll rolls',
  BX: 'box boxes',
  CT: 'carton cartons ctn ctns',
  BG: 'bag bags',
  BE: 'bundle bundles bdl',
  LEF: 'leaf leaves',
} as const;

export type UnitCode = keyof typeof units;
export const unitCodes = Object.keys(units) as UnitCode[];

const byWord = new Map<string, UnitCode>(
  unitCodes.flatMap((code) => [
    [code.toLowerCase(), code] as const,
    ...units[code].split(' ').map((word) => [word.replace('_', ' '), code] as const),
  ]),
);

export function isUnit(code: string): code is UnitCode {
  return code in units;
}

/** The unit that someone means; null where it cannot be told. */
export function unitOf(text: string): UnitCode | null {
  return byWord.get(text.trim().toLowerCase().replace(/\.$/, '')) ?? null;
}
