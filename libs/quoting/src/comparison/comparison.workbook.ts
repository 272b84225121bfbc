import { type WorkbookCell, type WorkbookColumn, type WorkbookSheet, writeWorkbook } from '#platform';
import type { ComparedLine, ComparedOffer, ComparedQuote, Comparison } from './comparison.dto.js';

const price = '#,##0.00####';
const amount = '#,##0.00';
const quantity = '#,##0.###';

/** A comparison as an .xlsx file: lines x cooperatives, the cooperatives, the rates. Names stay text even where they look like formulas. */
export async function comparisonWorkbook(comparison: Comparison): Promise<Buffer> {
  return writeWorkbook([linesSheet(comparison), cooperativesSheet(comparison), ratesSheet(comparison)]);
}

function linesSheet({ lines, cooperatives, currency }: Comparison): WorkbookSheet {
  const names = new Map(cooperatives.map((quote) => [quote.quoteId, quote.name]));
  return {
    name: 'Lines',
    columns: [
      { heading: 'Line', width: 6 },
      { heading: 'SKU', width: 16 },
      { heading: 'Description', width: 40 },
      { heading: 'Unit', width: 6 },
      { heading: 'Asked', width: 12, format: quantity },
      { heading: 'Needed by', width: 12 },
      { heading: 'Best', width: 24 },
      ...cooperatives.flatMap((quote) => offerColumns(quote, currency)),
    ],
    rows: lines.map((line) => [
      { number: line.position.toString() },
      line.sku,
      line.description,
      line.unitCode,
      { number: line.quantity },
      dayOf(line.neededBy),
      line.bestQuoteId === null ? null : (names.get(line.bestQuoteId) ?? null),
      ...offerCells(line, cooperatives),
    ]),
  };
}

function offerColumns(quote: ComparedQuote, currency: string): WorkbookColumn[] {
  return [
    { heading: `${quote.name}: offered`, width: 14, format: quantity },
    { heading: `${quote.name}: unit price (${quote.currency})`, width: 14, format: price },
    { heading: `${quote.name}: amount (${currency})`, width: 16, format: amount },
    { heading: `${quote.name}: lead time (days)`, width: 12 },
  ];
}

function offerCells(line: ComparedLine, cooperatives: readonly ComparedQuote[]): WorkbookCell[] {
  const offers = new Map(line.offers.map((offer) => [offer.quoteId, offer]));
  return cooperatives.flatMap((quote) => cellsOf(offers.get(quote.quoteId)));
}

function cellsOf(offer: ComparedOffer | undefined): WorkbookCell[] {
  return offer
    ? [
        { number: offer.quantity },
        { number: offer.unitPrice },
        { number: offer.convertedAmount },
        { number: offer.leadTimeDays.toString() },
      ]
    : [null, null, null, null];
}

function cooperativesSheet({ cooperatives, currency, lines }: Comparison): WorkbookSheet {
  return {
    name: 'Cooperatives',
    columns: [
      { heading: 'Cooperative', width: 32 },
      { heading: 'Quote', width: 16 },
      { heading: 'Country', width: 8 },
      { heading: 'Place', width: 20 },
      { heading: 'Makers', width: 8 },
      { heading: 'Women', width: 8 },
      { heading: `Lines quoted of ${lines.length}`, width: 12 },
      { heading: 'Lines in full', width: 12 },
      { heading: 'Total', width: 16, format: amount },
      { heading: 'Currency', width: 9 },
      { heading: `Total (${currency})`, width: 16, format: amount },
      { heading: 'Valid until', width: 12 },
      { heading: 'Certificates held', width: 40 },
      { heading: 'Certificates missing', width: 40 },
      { heading: 'Note', width: 40 },
    ],
    rows: cooperatives.map((quote) => [
      quote.name,
      quote.reference,
      quote.country,
      quote.place,
      countOf(quote.makers),
      countOf(quote.makersWomen),
      countOf(quote.linesQuoted),
      countOf(quote.linesInFull),
      { number: quote.total },
      quote.currency,
      { number: quote.convertedTotal },
      dayOf(quote.validUntil),
      quote.certificates.map((one) => `${one.scheme} ${one.reference}`).join('; '),
      quote.missing.map((scheme) => scheme.name).join('; '),
      noteOf(quote),
    ]),
  };
}

function ratesSheet({ rates, currency }: Comparison): WorkbookSheet {
  return {
    name: 'Rates',
    columns: [
      { heading: 'Currency', width: 10 },
      { heading: 'For 1 EUR', width: 16 },
      { heading: 'Day', width: 12 },
      { heading: `Amounts are compared in ${currency}`, width: 36 },
    ],
    rows: rates.map((rate) => [rate.currency, { number: rate.perEuro }, dayOf(rate.day), null]),
  };
}

function noteOf(quote: ComparedQuote): string | null {
  if (quote.stale) {
    return 'On a former revision of the request: cannot be awarded';
  }
  return quote.expired ? 'Not valid any more: cannot be awarded' : null;
}

function countOf(count: number | null): WorkbookCell {
  return count === null ? null : { number: count.toString() };
}

function dayOf(day: string | null): WorkbookCell {
  return day === null ? null : { day };
}
