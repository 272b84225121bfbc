import { cellText, type CellValue } from '#platform';

export const sheetFields = [
  'sku',
  'description',
  'specification',
  'quantity',
  'unit',
  'targetUnitPrice',
  'hsCode',
  'neededBy',
  'requiredCraft',
] as const;
export type SheetField = (typeof sheetFields)[number];

/** Which column means what: field to column, counted from 0. */
export type ColumnMapping = Partial<Record<SheetField, number>>;

export interface MappedColumn {
  column: number;
  heading: string;
  field: SheetField;
}

/** Headings as people write them in English, Spanish, French, Portuguese and German; the better a word fits the earlier it stands. */
const words: Record<SheetField, readonly string[]> = {
  sku: [
    'sku',
    'item code',
    'item no',
    'item number',
    'item #',
    'article no',
    'article number',
    'article',
    'product code',
    'code',
    'ref',
    'reference',
    'part no',
    'style',
    'style no',
    'codigo',
    'referencia',
    'code article',
    'reference article',
    'artikelnummer',
    'artikel nr',
    'artikel-nr',
    'art nr',
    'art no',
    'codigo do produto',
    'item id',
    'id',
    'art number',
    'artikelcode',
    'bestellnummer',
    'artikel',
    'numero de article',
    'cod',
    'no article',
  ],
  description: [
    'description',
    'item description',
    'product description',
    'product',
    'product name',
    'item',
    'item name',
    'name',
    'goods',
    'title',
    'descripcion',
    'producto',
    'nombre',
    'articulo',
    'designation',
    'produit',
    'libelle',
    'descricao',
    'produto',
    'bezeichnung',
    'beschreibung',
    'artikel',
    'produkt',
    'article description',
    'desc',
    'artikelbezeichnung',
    'produktbezeichnung',
    'warenbezeichnung',
    'denominacion',
    'detalle',
    'intitule',
  ],
  specification: [
    'specification',
    'specifications',
    'spec',
    'specs',
    'details',
    'detail',
    'material',
    'materials',
    'size',
    'size material',
    'remarks',
    'notes',
    'note',
    'comment',
    'comments',
    'especificacion',
    'especificaciones',
    'specifications techniques',
    'especificacao',
    'spezifikation',
    'bemerkung',
    'observaciones',
    'remarques',
    'dimensions',
  ],
  quantity: [
    'quantity',
    'qty',
    'order qty',
    'order quantity',
    'quantity required',
    'qty required',
    'required quantity',
    'total quantity',
    'total qty',
    'pieces',
    'pcs',
    'units',
    'no of pieces',
    'volume',
    'cantidad',
    'cant',
    'unidades',
    'quantite',
    'qte',
    'quantidade',
    'qtd',
    'qtde',
    'menge',
    'anzahl',
    'stueckzahl',
    'stuckzahl',
    'amount required',
    'demand',
    'no of pcs',
    'number of pieces',
    'bestellmenge',
    'stuck',
    'unites',
    'quantite commandee',
  ],
  unit: [
    'unit',
    'uom',
    'unit of measure',
    'units of measure',
    'measure',
    'unidad',
    'unidad de medida',
    'unite',
    'unidade',
    'einheit',
    'me',
    'mengeneinheit',
    'um',
    'u m',
    'unidad medida',
    'unite de mesure',
    'masseinheit',
    'mengen einheit',
  ],
  targetUnitPrice: [
    'target unit price',
    'target price',
    'unit price',
    'price',
    'target',
    'price per unit',
    'price unit',
    'max price',
    'budget price',
    'cost',
    'unit cost',
    'precio',
    'precio unitario',
    'precio objetivo',
    'prix',
    'prix unitaire',
    'prix cible',
    'preco',
    'preco unitario',
    'preis',
    'stueckpreis',
    'stuckpreis',
    'zielpreis',
    'einzelpreis',
    'fob price',
    'target fob',
    'preis pro stuck',
    'preis je stuck',
    'ek preis',
    'pu',
    'pu ht',
    'prix unitaire ht',
    'prix piece',
    'precio por unidad',
  ],
  hsCode: [
    'hs code',
    'hs',
    'hts',
    'hts code',
    'tariff code',
    'tariff',
    'customs code',
    'commodity code',
    'codigo hs',
    'partida arancelaria',
    'code sh',
    'ncm',
    'zolltarifnummer',
    'hs number',
    'codigo arancelario',
    'zolltarif',
    'warennummer',
    'code douanier',
    'hs6',
    'taric',
  ],
  neededBy: [
    'needed by',
    'need by',
    'required by',
    'due date',
    'due',
    'delivery date',
    'delivery by',
    'date required',
    'required date',
    'ship date',
    'eta',
    'date',
    'fecha',
    'fecha de entrega',
    'entrega',
    'date de livraison',
    'livraison',
    'data de entrega',
    'prazo',
    'liefertermin',
    'lieferdatum',
    'delivery',
    'wunschtermin',
    'lieferung bis',
    'termin',
    'date souhaitee',
    'fecha requerida',
    'fecha limite',
  ],
  requiredCraft: [
    'craft',
    'technique',
    'required craft',
    'category',
    'artesania',
    'tecnica',
    'metier',
    'artesanato',
    'handwerk',
    'kategorie',
  ],
};

function plain(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // "Unit price (EUR)" and "Qty *" mean what they mean without.
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/\b(eur|usd|gbp|jpy|inr|kes|in)\b|[€$£]/g, ' ')
      .replace(/[^\p{L}\p{N}#]+/gu, ' ')
      .trim()
  );
}

/** How well a heading fits a field: 0 not at all; exact words count most, a heading that begins with them less. */
function fit(heading: string, field: SheetField): number {
  const at = words[field].indexOf(heading);
  if (at >= 0) {
    return 1000 - at;
  }
  const starts = words[field].findIndex(
    (word) => word.length >= 4 && (heading.startsWith(`${word} `) || heading.endsWith(` ${word}`)),
  );
  return starts >= 0 ? 500 - starts : 0;
}

/** The columns of a row read as headings, each field once, by the best fit. */
export function mapHeadings(row: readonly CellValue[]): MappedColumn[] {
  const candidates = row.flatMap((cell, column) => {
    const heading = typeof cell === 'string' ? plain(cell) : '';
    return heading === '' || heading.length > 60
      ? []
      : sheetFields.map((field) => ({ column, field, heading: cellText(cell), score: fit(heading, field) }));
  });
  const chosen: MappedColumn[] = [];
  for (const { column, field, heading } of candidates
    .filter((one) => one.score > 0)
    .sort((left, right) => right.score - left.score)) {
    if (!chosen.some((one) => one.column === column || one.field === field)) {
      chosen.push({ column, heading, field });
    }
  }
  return chosen.sort((left, right) => left.column - right.column);
}

/** The row among the first fifty that reads most like headings: a quantity and what is to be made must be in it. */
export function findHeadings(
  rows: readonly (readonly CellValue[])[],
): { row: number; mapping: MappedColumn[] } | null {
  let best: { row: number; mapping: MappedColumn[] } | null = null;
  for (const [row, cells] of rows.slice(0, 50).entries()) {
    const mapping = mapHeadings(cells);
    const fields = new Set(mapping.map((one) => one.field));
    if (
      fields.has('quantity') &&
      (fields.has('description') || fields.has('sku')) &&
      mapping.length > (best?.mapping.length ?? 1)
    ) {
      best = { row, mapping };
    }
  }
  return best;
}
