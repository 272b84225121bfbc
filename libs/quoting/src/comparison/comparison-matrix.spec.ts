import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readSheet } from '#platform';
import type { Comparison } from './comparison.dto.js';
import { comparisonMatrix, type MatrixSources } from './comparison-matrix.js';
import type { ComparedQuoteRow } from './comparison.queries.js';
import { comparisonWorkbook } from './comparison.workbook.js';

const line = { sku: null, unitCode: 'C62', neededBy: null };
const quote = (quoteId: string, change: Partial<ComparedQuoteRow>): ComparedQuoteRow => ({
  quoteId,
  reference: `Q-${quoteId}`,
  state: 'submitted',
  revision: 1,
  requestRevision: 1,
  cooperativeId: quoteId,
  currency: 'EUR',
  validUntil: '2027-03-01',
  terms: null,
  submittedAt: new Date('2027-01-10T00:00:00Z'),
  offers: [],
  ...change,
});
const offer = (
  requestLineId: string,
  quantity: string,
  unitPrice: string,
  minimumQuantity = '0',
): ComparedQuoteRow['offers'][number] => ({
  requestLineId,
  quantity,
  unitPrice,
  priceBaseQuantity: '1',
  minimumQuantity,
  leadTimeDays: 30,
  capacityPerMonth: null,
  note: null,
  priceBreaks: [],
});
const scheme = { id: 'wfto', code: 'WFTO', name: 'WFTO Guarantee' };

const sources: MatrixSources = {
  request: {
    id: 'r',
    reference: 'SR-2027-000001',
    title: 'Range',
    state: 'closed',
    currency: 'EUR',
    revision: 1,
    sealed: false,
    deadline: null,
    today: '2027-02-01',
    schemeIds: ['wfto'],
    quotedBy: [],
    lines: [
      {
        ...line,
        requestLineId: 'baskets',
        position: 1,
        description: '=HYPERLINK("http://evil.example")',
        quantity: '100',
      },
      { ...line, requestLineId: 'mats', position: 2, description: 'Mats', quantity: '10' },
    ],
  },
  quotes: [
    // 250 KES at 150 for 1 EUR: 1.666… EUR a piece, the cheapest, but without the certificate.
    quote('barred', { currency: 'KES', offers: [offer('baskets', '100', '250')] }),
    quote('whole', {
      offers: [
        { ...offer('baskets', '200', '3'), priceBreaks: [{ fromQuantity: '100', unitPrice: '2.5' }] },
        offer('mats', '10', '20'),
      ],
    }),
    quote('part', { offers: [offer('baskets', '40', '2.40'), offer('mats', '50', '1', '20')] }),
  ],
  schemes: [scheme],
  held: ['whole', 'part'].map((cooperativeId) => ({
    id: `c-${cooperativeId}`,
    reference: `C-${cooperativeId}`,
    cooperativeId,
    schemeId: 'wfto',
    scheme: scheme.name,
    validFrom: '2026-01-01',
    validUntil: '2028-01-01',
  })),
  cooperatives: new Map(
    ['barred', 'whole', 'part'].map((id) => [
      id,
      { id, name: `+${id}`, country: 'KE', place: null, makers: 12, makersWomen: 9 },
    ]),
  ),
  rates: new Map([
    ['EUR', '1'],
    ['KES', '150.00000000'],
  ]),
  rateDays: new Map([['KES', '2027-01-31']]),
};

describe('a comparison', () => {
  const { cooperatives, lines, rates } = comparisonMatrix(sources);

  it('converts line by line, half to even, and says by what', () => {
    const barred = cooperatives.find((one) => one.quoteId === 'barred');
    expect(barred).toMatchObject({
      total: '25000.00',
      convertedTotal: '166.67',
      linesQuoted: 1,
      linesInFull: 1,
      missing: [scheme],
    });
    expect(rates).toEqual([
      { currency: 'EUR', perEuro: '1', day: null },
      { currency: 'KES', perEuro: '150', day: '2027-01-31' },
    ]);
  });

  it('prices what is asked or offered, whichever is less, after breaks', () => {
    expect(lines[0]?.offers.find((one) => one.quoteId === 'whole')).toMatchObject({
      quantity: '200',
      comparedQuantity: '100',
      unitPrice: '2.5',
      listUnitPrice: '3',
      priceBreakFrom: '100',
      amount: '250.00',
    });
    expect(lines[0]?.offers.find((one) => one.quoteId === 'part')).toMatchObject({
      comparedQuantity: '40',
      amount: '96.00',
    });
  });

  it('calls best what could be awarded', () => {
    // Not the one without a certificate, and not the one whose minimum is above what is asked.
    expect(lines.map((one) => one.bestQuoteId)).toEqual(['part', 'whole']);
    expect(lines[0]?.offers.map((one) => [one.quoteId, one.best])).toEqual([
      ['barred', false],
      ['part', true],
      ['whole', false],
    ]);
  });

  it('lists full coverage first, then the cheapest', () => {
    expect(cooperatives.map((one) => [one.quoteId, one.linesInFull])).toEqual([
      ['whole', 2],
      ['part', 1],
      ['barred', 1],
    ]);
  });

  it('leaves as a workbook in which nothing is a formula', async () => {
    const { id, reference, title, state, currency } = sources.request;
    const comparison: Comparison = {
      requestId: id,
      reference,
      title,
      state,
      currency,
      deadline: null,
      sealed: false,
      requiredSchemes: [scheme],
      quoteCount: 3,
      quotedBy: [],
      rates,
      cooperatives,
      lines,
    };
    const file = await comparisonWorkbook(comparison);
    const grid = await readSheet(file, 'comparison.xlsx');
    expect(grid.rows[1]?.[2]).toBe('=HYPERLINK("http://evil.example")');
    expect(grid.rows[0]?.[7]).toBe('+whole: offered');
    expect(grid.rows[1]?.slice(7, 11)).toEqual([
      { exact: '200' },
      { exact: '2.5' },
      { exact: '250' },
      { exact: '30' },
    ]);
    const sheets = Object.entries(unzipSync(new Uint8Array(file))).filter(([name]) =>
      name.startsWith('xl/worksheets/'),
    );
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    for (const [, xml] of sheets) {
      expect(Buffer.from(xml).toString('utf8')).not.toMatch(/<f[ >]/);
    }
  });
});
