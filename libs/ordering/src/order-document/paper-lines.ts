import type { OrderPaper, PaperLine } from './order-paper.js';
import type { PaperFlow } from './paper-flow.js';
import { hairline, ink, page, type, type Span } from './paper-look.js';
import { dayInWords, numberInWords, words } from './paper-words.js';
import { heightOf, setJoined, setLine, setParagraphs, type Line } from './typeset/paragraph.js';

const GAP = 13;
const PADDING = 5.5;
/** A row of more lines than this may be divided between pages, with at least `FEWEST` lines on each. */
const UNDIVIDED = 24;
const FEWEST = 5;
const LEAST_ITEM_WIDTH = 150;

interface LineColumns {
  readonly number: Span;
  readonly item: Span;
  readonly quantity: Span;
  readonly unit: Span;
  readonly price: Span;
  readonly amount: Span;
}

interface LineRow {
  readonly number: Line[];
  readonly item: Line[];
  readonly quantity: Line[];
  readonly unit: Line[];
  readonly price: Line[];
  /** Set below the price, ending with it, and free to reach below quantity and unit. */
  readonly priceNote: Line[];
  readonly amount: Line[];
  /** Height without the item, which alone may be divided. */
  readonly figuresHeight: number;
  readonly height: number;
}

/**
 * The order's lines as a table whose header row stands on every page.
 * @param keepAfter height of what must stand on the same page as the last row
 */
export function drawLines(flow: PaperFlow, order: OrderPaper, keepAfter: number): void {
  const columns = columnsFor(order);
  const header = headerOf(order, columns);
  const rows = order.lines.map((line) => rowOf(order, line, columns));
  flow.keep(header.height + (rows[0]?.height ?? 0));
  const { paper } = flow;
  paper.within('Table', () => {
    paper.within('THead', () => drawHeader(flow, header, columns, 'content'));
    flow.onNewPage = () => drawHeader(flow, header, columns, 'furniture');
    paper.within('TBody', () => {
      rows.forEach((row, index) => {
        const isLast = index === rows.length - 1;
        const after = isLast ? keepAfter : 0;
        flow.keep(isDivided(row) ? leastHeight(row) : row.height + after);
        paper.within('TR', () => drawRow(flow, row, columns, order.language, after));
        if (!isLast) flow.rule();
      });
    });
  });
  flow.onNewPage = null;
}

/** Numbers take the room they need, the item the rest. */
function columnsFor(order: OrderPaper): LineColumns {
  const widest = (texts: string[], head: string): number =>
    Math.max(setLine(head, type.label).width, ...texts.map((text) => setLine(text, type.body).width)) + 0.5;
  const wanted = {
    number: widest(
      order.lines.map((line) => String(line.number)),
      words.number,
    ),
    quantity: widest(
      order.lines.map((line) => numberInWords(line.quantity)),
      words.quantity,
    ),
    unit: Math.min(
      64,
      widest(
        order.lines.map((line) => line.unitName),
        words.unit,
      ),
    ),
    price: widest(
      order.lines.map((line) => priceText(order, line.unitPrice)),
      words.unitPriceIn(order.currency),
    ),
    amount: widest(
      order.lines.map((line) => numberInWords(line.amount, order.currencyDigits)),
      words.amountIn(order.currency),
    ),
  };
  const measure = page.right - page.left - GAP * 5;
  const fixed = wanted.number + wanted.unit;
  const figures = wanted.quantity + wanted.price + wanted.amount;
  // Below 1 for absurdly long numbers only; they are then broken over lines rather than run into each other.
  const squeeze = Math.min(1, (measure - LEAST_ITEM_WIDTH - fixed) / figures);
  let x: number = page.left;
  const take = (width: number): Span => {
    const span = { x, width };
    x += width + GAP;
    return span;
  };
  return {
    number: take(wanted.number),
    item: take(measure - fixed - figures * squeeze),
    quantity: take(wanted.quantity * squeeze),
    unit: take(wanted.unit),
    price: take(wanted.price * squeeze),
    amount: take(wanted.amount * squeeze),
  };
}

function headerOf(order: OrderPaper, columns: LineColumns): LineRow {
  const label = (text: string, column: Span): Line[] => setParagraphs(text, type.label, column.width);
  return withHeight({
    number: label(words.number, columns.number),
    item: label(words.item, columns.item),
    quantity: label(words.quantity, columns.quantity),
    unit: label(words.unit, columns.unit),
    price: label(words.unitPriceIn(order.currency), columns.price),
    priceNote: [],
    amount: label(words.amountIn(order.currency), columns.amount),
  });
}

function rowOf(order: OrderPaper, line: PaperLine, columns: LineColumns): LineRow {
  const cell = (text: string, column: Span): Line[] => setParagraphs(text, type.body, column.width);
  const noteWidth = columns.price.x + columns.price.width - columns.quantity.x;
  return withHeight({
    number: cell(String(line.number), columns.number),
    item: [
      ...setParagraphs(line.description, type.item, columns.item.width),
      ...setParagraphs(line.specification ?? '', type.body, columns.item.width),
      ...setJoined(particulars(line), ' · ', type.fine, columns.item.width),
    ],
    quantity: cell(numberInWords(line.quantity), columns.quantity),
    unit: cell(line.unitName, columns.unit),
    price: cell(priceText(order, line.unitPrice), columns.price),
    priceNote: priceNotes(order, line).flatMap((note) => setParagraphs(note, type.fine, noteWidth)),
    amount: cell(numberInWords(line.amount, order.currencyDigits), columns.amount),
  });
}

function withHeight(row: Omit<LineRow, 'height' | 'figuresHeight'>): LineRow {
  const priceTop = Math.max(heightOf(row.quantity), heightOf(row.unit), heightOf(row.price));
  const figuresHeight = Math.max(
    heightOf(row.number),
    priceTop + heightOf(row.priceNote),
    heightOf(row.amount),
  );
  return { ...row, figuresHeight, height: Math.max(figuresHeight, heightOf(row.item)) + 2 * PADDING };
}

function particulars(line: PaperLine): string[] {
  return [
    line.sku === null ? null : words.sku(line.sku),
    line.hsCode === null ? null : words.hsCode(line.hsCode),
    line.neededBy === null ? null : words.neededBy(dayInWords(line.neededBy, 'short')),
    line.leadTimeDays === null ? null : words.leadTime(line.leadTimeDays),
  ].filter((text) => text !== null);
}

function priceNotes(order: OrderPaper, line: PaperLine): string[] {
  const notes: string[] = [];
  if (numberInWords(line.priceBaseQuantity) !== '1') {
    notes.push(words.perUnits(numberInWords(line.priceBaseQuantity), line.unitName));
  }
  if (line.priceBreakFrom !== null) {
    const list = line.listUnitPrice === null ? null : priceText(order, line.listUnitPrice);
    notes.push(words.priceBreak(numberInWords(line.priceBreakFrom), priceText(order, line.unitPrice), list));
  }
  return notes;
}

function priceText(order: OrderPaper, price: string): string {
  return numberInWords(price, order.currencyDigits);
}

function isDivided(row: LineRow): boolean {
  return row.item.length > UNDIVIDED;
}

function leastHeight(row: LineRow): number {
  return Math.max(row.figuresHeight, heightOf(row.item.slice(0, FEWEST))) + 2 * PADDING;
}

function drawHeader(
  flow: PaperFlow,
  header: LineRow,
  columns: LineColumns,
  as: 'content' | 'furniture',
): void {
  const { paper } = flow;
  const top = flow.y + PADDING;
  const cells = figureCells(header, columns, top, flow);
  const draws = [
    () => paper.lines(header.number, columns.number.x, top),
    () => paper.lines(header.item, columns.item.x, top),
    ...cells,
  ];
  if (as === 'furniture') {
    paper.artifact('Pagination', () => draws.forEach((draw) => draw()));
  } else {
    paper.within('TR', () => draws.forEach((draw) => paper.leaf('TH', draw, { scope: 'Column' })));
  }
  flow.space(header.height);
  flow.rule(ink, 0.8);
}

function figureCells(row: LineRow, columns: LineColumns, top: number, { paper }: PaperFlow): (() => void)[] {
  const noteTop = top + Math.max(heightOf(row.quantity), heightOf(row.unit), heightOf(row.price));
  const right = (span: Span): number => span.x + span.width;
  return [
    () => paper.linesToRight(row.quantity, right(columns.quantity), top),
    () => paper.lines(row.unit, columns.unit.x, top),
    () => {
      paper.linesToRight(row.price, right(columns.price), top);
      paper.linesToRight(row.priceNote, right(columns.price), noteTop);
    },
    () => paper.linesToRight(row.amount, right(columns.amount), top),
  ];
}

/** Cells share their first line; an item too long for the page goes on below the header of the next. */
function drawRow(
  flow: PaperFlow,
  row: LineRow,
  columns: LineColumns,
  language: string,
  keepAfter: number,
): void {
  const { paper } = flow;
  const top = flow.y + PADDING;
  paper.leaf('TH', () => paper.lines(row.number, columns.number.x, top), { scope: 'Row' });
  const item = paper.append('TD', { lang: language });
  figureCells(row, columns, top, flow).forEach((draw) => paper.leaf('TD', draw));
  let rest = row.item;
  let isFirst = true;
  while (rest.length > 0) {
    const fitting = rest.slice(0, fittingLines(rest, flow.room - 2 * PADDING, keepAfter));
    rest = rest.slice(fitting.length);
    const y = flow.y + PADDING;
    paper.fill(item, () => paper.lines(fitting, columns.item.x, y));
    const drawn = heightOf(fitting) + 2 * PADDING;
    flow.space(rest.length === 0 && isFirst ? Math.max(drawn, row.height) : drawn);
    isFirst = false;
    if (rest.length > 0) {
      flow.rule(hairline);
      flow.turnPage();
    }
  }
  item.end();
}

/** How many lines fit, without leaving fewer than `FEWEST` for the next page or parting the last from what follows. */
function fittingLines(lines: readonly Line[], room: number, keepAfter: number): number {
  let height = 0;
  let count = 0;
  for (const line of lines) {
    if (height + line.height > room) break;
    height += line.height;
    count += 1;
  }
  const left = lines.length - count;
  if (left > 0 && left < FEWEST) count -= FEWEST - left;
  if (left === 0 && height + keepAfter > room) count -= FEWEST;
  return Math.max(1, count);
}
