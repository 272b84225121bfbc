import { describe, expect, it } from '@jest/globals';
import { draftProblems, type DraftedLine, partialProblems, quoteAfter } from './quote.rules.js';

const request = {
  deadline: new Date('2027-01-15T17:00:00Z'),
  lines: [
    { id: 'baskets', position: 1, quantity: '1000' },
    { id: 'mats', position: 2, quantity: '50' },
  ],
};
const line: DraftedLine = {
  requestLineId: 'baskets',
  quantity: '500',
  unitPrice: '5.20',
  priceBaseQuantity: '1',
  minimumQuantity: '50',
  priceBreaks: [
    { fromQuantity: '100', unitPrice: '4.90' },
    { fromQuantity: '300', unitPrice: '4.90' },
  ],
};
const problemsOf = (...lines: DraftedLine[]): [string, string][] =>
  draftProblems({ currency: 'EUR', validUntil: '2027-03-01', lines }, request).map((one) => [
    one.pointer,
    one.code,
  ]);

describe('a draft', () => {
  it('may offer a part, with breaks that do not rise', () => {
    expect(
      problemsOf(line, { ...line, requestLineId: 'mats', priceBreaks: [], minimumQuantity: '0' }),
    ).toEqual([]);
  });

  it('names every place that is wrong', () => {
    expect(
      problemsOf(
        line,
        { ...line, requestLineId: 'elsewhere' },
        { ...line, minimumQuantity: '501', priceBreaks: [] },
      ),
    ).toEqual([
      ['/lines/1/requestLineId', 'not_of_this_request'],
      ['/lines/2/requestLineId', 'line_twice'],
      ['/lines/2/minimumQuantity', 'minimum_above_quantity'],
    ]);
  });

  it.each([
    [
      'a break that does not ascend',
      [
        { fromQuantity: '300', unitPrice: '4' },
        { fromQuantity: '300', unitPrice: '4' },
      ],
      '/lines/0/priceBreaks/1/fromQuantity',
      'breaks_not_ascending',
    ],
    [
      'a break at the minimum',
      [{ fromQuantity: '50', unitPrice: '5' }],
      '/lines/0/priceBreaks/0/fromQuantity',
      'break_at_minimum',
    ],
    [
      'a break that is never reached',
      [{ fromQuantity: '501', unitPrice: '5' }],
      '/lines/0/priceBreaks/0/fromQuantity',
      'break_above_quantity',
    ],
    [
      'a break that is dearer than the list price',
      [{ fromQuantity: '100', unitPrice: '52.0' }],
      '/lines/0/priceBreaks/0/unitPrice',
      'break_dearer',
    ],
    [
      'a break that is dearer than the one before',
      [
        { fromQuantity: '100', unitPrice: '4' },
        { fromQuantity: '200', unitPrice: '4.1' },
      ],
      '/lines/0/priceBreaks/1/unitPrice',
      'break_dearer',
    ],
  ])('refuses %s', (_name, priceBreaks, pointer, code) => {
    expect(problemsOf({ ...line, priceBreaks })).toEqual([[pointer, code]]);
  });

  it('is valid for longer than the request is open', () => {
    const at = (validUntil: string): string[] =>
      draftProblems({ currency: 'EUR', validUntil, lines: [] }, request).map((one) => one.code);
    expect(at('2027-01-15')).toEqual(['valid_too_short']);
    expect(at('2027-01-16')).toEqual([]);
  });

  it('refuses amounts that no order could hold', () => {
    expect(
      problemsOf({ ...line, quantity: '999999999999', unitPrice: '999999999999', priceBreaks: [] }),
    ).toEqual([['/lines/0/unitPrice', 'amount_too_large']]);
  });
});

describe('a request that welcomes no partial quote', () => {
  const whole = { partialWelcome: false, lines: request.lines };

  it('is told each line that is short', () => {
    expect(partialProblems([{ requestLineId: 'baskets', quantity: '999' }], whole)).toEqual([
      {
        pointer: '/lines/0/quantity',
        code: 'partial_quote_not_welcome',
        detail: 'Line 1 asks for 1000, not 999.',
      },
      { pointer: '/lines', code: 'partial_quote_not_welcome', detail: 'Line 2 asks for 50, not nothing.' },
    ]);
  });

  it('takes every line in full or more', () => {
    expect(
      partialProblems(
        [
          { requestLineId: 'baskets', quantity: '1000.0' },
          { requestLineId: 'mats', quantity: '60' },
        ],
        whole,
      ),
    ).toEqual([]);
    expect(partialProblems([], { ...whole, partialWelcome: true })).toEqual([]);
  });
});

describe('the states of a quote', () => {
  it('come back from withdrawal, and end with a decision', () => {
    expect(quoteAfter('withdrawn', 'submit')).toBe('submitted');
    expect(quoteAfter('submitted', 'revise')).toBe('submitted');
    expect(() => quoteAfter('declined', 'submit')).toThrow(/cannot submit/);
    expect(() => quoteAfter('draft', 'withdraw')).toThrow(/cannot withdraw/);
  });
});
