import { encode } from 'uqr';
import type { OrderPaper } from './order-paper.js';
import type { PaperFlow } from './paper-flow.js';
import { columns, hairline, ink, page, type } from './paper-look.js';
import { dayInWords, isZero, numberInWords, words } from './paper-words.js';
import { heightOf, setLine, setParagraphs, type Line } from './typeset/paragraph.js';

const QR_SIZE = 74;

interface Sum {
  readonly label: Line;
  readonly value: Line;
}

/** The sums below the lines, set before the lines are drawn so that the last row can wait for them. */
export interface Totals {
  readonly sums: readonly Sum[];
  readonly height: number;
}

export function totalsOf(order: OrderPaper): Totals {
  const money = (amount: string): string =>
    `${order.currency} ${numberInWords(amount, order.currencyDigits)}`;
  const total = { label: setLine(words.total, type.total), value: setLine(money(order.total), type.total) };
  const advance = {
    label: setLine(words.advanceDue(numberInWords(order.advancePercent)), type.body),
    value: setLine(money(order.advanceAmount), type.body),
  };
  const sums = isZero(order.advanceAmount) ? [total] : [total, advance];
  return { sums, height: 8 + sums.reduce((sum, { value }) => sum + value.height, 0) };
}

/** Total and advance, flush with the amounts. */
export function drawTotals(flow: PaperFlow, totals: Totals): void {
  const { paper } = flow;
  const { x } = columns(6, 6);
  flow.rule(ink, 0.8);
  flow.space(8);
  for (const { label, value } of totals.sums) {
    const top = flow.y;
    paper.leaf('P', () => {
      paper.line(label, Math.min(x, page.right - value.width - 8 - label.width), top);
      paper.line(value, page.right - value.width, top);
    });
    flow.space(value.height);
  }
  flow.space(22);
}

/** The certificates that the buyer relied upon, each with its validity. */
export function drawCertificates(flow: PaperFlow, order: OrderPaper): void {
  if (order.certificates.length === 0) return;
  const { paper } = flow;
  const places = [columns(0, 4), columns(4, 4), columns(8, 2), columns(10, 2)];
  const row = (cells: string[], style: typeof type.body): Line[][] =>
    cells.map((cell, index) => setParagraphs(cell, style, places[index]?.width ?? 0));
  const heightOfRow = (cells: Line[][]): number => Math.max(...cells.map(heightOf)) + 8;
  const drawCells = (cells: Line[][], drawCell: (draw: () => void) => void): void => {
    const top = flow.y + 4;
    cells.forEach((lines, index) => drawCell(() => paper.lines(lines, places[index]?.x ?? 0, top)));
    flow.space(heightOfRow(cells));
  };
  const header = row([words.scheme, words.certificate, words.validFrom, words.validUntil], type.label);
  const rows = order.certificates.map((held) =>
    row(
      [
        held.scheme,
        held.reference,
        dayInWords(held.validFrom),
        held.validUntil === null ? words.withoutEnd : dayInWords(held.validUntil),
      ],
      type.body,
    ),
  );
  drawHeading(flow, words.certificates, heightOfRow(header) + heightOfRow(rows[0] ?? header));
  paper.within('Table', () => {
    paper.within('THead', () => {
      paper.within('TR', () => drawCells(header, (draw) => paper.leaf('TH', draw, { scope: 'Column' })));
    });
    flow.rule(ink, 0.8);
    flow.onNewPage = () => {
      paper.artifact('Pagination', () => drawCells(header, (draw) => draw()));
      flow.rule(ink, 0.8);
    };
    paper.within('TBody', () => {
      for (const cells of rows) {
        flow.keep(heightOfRow(cells));
        paper.within('TR', () => drawCells(cells, (draw) => paper.leaf('TD', draw)));
        flow.rule();
      }
    });
  });
  flow.onNewPage = null;
  flow.space(20);
}

/** What the buyer added, paragraph by paragraph, at most 72 characters a line. */
export function drawNotes(flow: PaperFlow, order: OrderPaper): void {
  const { x, width } = columns(0, 8);
  const paragraphs = (order.notes ?? '')
    .split(/\r\n|[\n\r]/)
    .map((text) => setParagraphs(text, type.body, width))
    .filter((lines) => lines.length > 0);
  if (paragraphs.length === 0) return;
  const { paper } = flow;
  drawHeading(flow, words.notes, type.body.leading * 2);
  for (const lines of paragraphs) {
    const element = paper.append('P', { lang: order.language });
    let rest = lines;
    while (rest.length > 0) {
      flow.keep(rest[0]?.height ?? 0);
      const fitting = rest.filter((_, index) => heightOf(rest.slice(0, index + 1)) <= flow.room);
      const drawn = fitting.length > 0 ? fitting : rest.slice(0, 1);
      rest = rest.slice(drawn.length);
      const top = flow.y;
      paper.fill(element, () => paper.lines(drawn, x, top));
      flow.space(heightOf(drawn));
    }
    element.end();
    flow.space(4);
  }
  flow.space(16);
}

/** How to check the paper: its address as a QR code (ISO/IEC 18004, level M) and in print. */
export function drawCheck(flow: PaperFlow, order: OrderPaper, attachedFile: string): void {
  const { paper } = flow;
  const text = { x: page.left + QR_SIZE + 18, width: columns(0, 9).width - QR_SIZE - 18 };
  const how = [words.checkHow(order.platformName), words.attached(attachedFile)].map((sentence) =>
    setParagraphs(sentence, type.body, text.width),
  );
  const url = setParagraphs(order.verifyUrl, type.address, page.right - text.x);
  const textHeight = type.heading.leading + 2 + heightOf([...how.flat(), ...url]) + 6;
  flow.keep(Math.max(QR_SIZE, textHeight) + 14);
  flow.rule(hairline);
  flow.space(14);
  const top = flow.y;
  let y = top;
  paper.leaf('H2', () => {
    y = paper.lines(setParagraphs(words.check, type.heading, text.width), text.x, y - 3) + 2;
  });
  for (const sentence of how) {
    paper.leaf('P', () => {
      y = paper.lines(sentence, text.x, y);
    });
  }
  y += 3;
  const link = paper.append('Link');
  const urlTop = y;
  paper.fill(link, () => paper.lines(url, text.x, urlTop));
  paper.link(
    link,
    text.x,
    urlTop,
    Math.max(...url.map((line) => line.width)),
    heightOf(url),
    order.verifyUrl,
  );
  link.end();
  paper.leaf('Figure', () => paper.rectangles(qrModules(order.verifyUrl, page.left, top), ink), {
    alt: words.qrCode(order.verifyUrl),
    bbox: [page.left, top, page.left + QR_SIZE, top + QR_SIZE],
  });
  flow.y = Math.max(y + heightOf(url), top + QR_SIZE);
}

function drawHeading(flow: PaperFlow, text: string, keepWith: number): void {
  const lines = setParagraphs(text, type.heading, columns(0, 12).width);
  flow.keep(heightOf(lines) + 3 + keepWith);
  const top = flow.y;
  flow.paper.leaf('H2', () => flow.paper.lines(lines, page.left, top));
  flow.space(heightOf(lines) + 3);
}

/** Dark modules, joined along each row; the white paper around is the quiet zone. */
function qrModules(text: string, left: number, top: number): [number, number, number, number][] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const unit = QR_SIZE / size;
  return data.flatMap((row, rowIndex) => {
    const bars: [number, number, number, number][] = [];
    let start = -1;
    for (let column = 0; column <= size; column += 1) {
      const isDark = row[column] === true;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      bars.push([left + start * unit, top + rowIndex * unit, (column - start) * unit, unit]);
      start = -1;
    }
    return bars;
  });
}
