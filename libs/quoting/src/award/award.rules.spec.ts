import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '#platform';
import {
  allocationPrice,
  awardProblems,
  type AwardTerms,
  type MissingCertificate,
  type OfferedLine,
  type OfferedQuote,
  storedPriceProblems,
} from './award.rules.js';

const terms: AwardTerms = {
  revision: 2,
  splitWelcome: true,
  moreThanAsked: false,
  lines: new Map([
    ['baskets', { position: 3, quantity: '400' }],
    ['mats', { position: 4, quantity: '50' }],
  ]),
};
const offered: OfferedLine = {
  quantity: '500',
  minimumQuantity: '50',
  leadTimeDays: 30,
  unitPrice: '5.20',
  priceBaseQuantity: '1',
  priceBreaks: [{ fromQuantity: '300', unitPrice: '4.75' }],
};
const quoteOf = (id: string, change: Partial<OfferedQuote> = {}): OfferedQuote => ({
  id,
  cooperativeId: `coop-${id}`,
  cooperative: `Weavers ${id}`,
  state: 'submitted',
  revision: 1,
  requestRevision: 2,
  currency: 'EUR',
  validUntil: '2027-03-01',
  lines: new Map([['baskets', offered]]),
  ...change,
});
const today = '2027-02-01';

function problems(
  allocations: [line: string, quote: string, quantity: string][],
  change: { terms?: Partial<AwardTerms>; quotes?: OfferedQuote[]; missing?: MissingCertificate[] } = {},
): [string, string, string][] {
  const quotes = new Map((change.quotes ?? [quoteOf('a'), quoteOf('b')]).map((quote) => [quote.id, quote]));
  return awardProblems(
    { ...terms, ...change.terms },
    quotes,
    allocations.map(([requestLineId, quoteId, quantity]) => ({ requestLineId, quoteId, quantity })),
    { today, missing: change.missing ?? [] },
  ).map((one) => [one.pointer, one.code, one.detail]);
}

describe('an award', () => {
  it('may split a line up to what is asked', () => {
    expect(
      problems([
        ['baskets', 'a', '250'],
        ['baskets', 'b', '150'],
      ]),
    ).toEqual([]);
  });

  it('gives no more than is asked, unless the buyer says so', () => {
    expect(
      problems([
        ['baskets', 'a', '250'],
        ['baskets', 'b', '250'],
      ]),
    ).toEqual([['/allocations/1/quantity', 'award_above_request', 'Line 3 asks for 400, not 500.']]);
    expect(problems([['baskets', 'a', '500']], { terms: { moreThanAsked: true } })).toEqual([]);
  });

  it('gives no more than was offered and no less than the minimum', () => {
    expect(
      problems(
        [
          ['baskets', 'a', '501'],
          ['baskets', 'b', '49.999'],
        ],
        { terms: { moreThanAsked: true } },
      ),
    ).toEqual([
      ['/allocations/0/quantity', 'award_above_quote', 'Line 3: Weavers a offered 500, not 501.'],
      [
        '/allocations/1/quantity',
        'award_below_minimum',
        'Line 3: Weavers b makes 50 at the least, not 49.999.',
      ],
    ]);
  });

  it('splits no line where that is not welcome', () => {
    expect(
      problems(
        [
          ['baskets', 'a', '100'],
          ['baskets', 'b', '100'],
        ],
        { terms: { splitWelcome: false } },
      ).map(([, code]) => code),
    ).toEqual(['split_not_welcome']);
  });

  it('takes only standing quotes on the present revision', () => {
    expect(
      problems(
        [
          ['baskets', 'a', '100'],
          ['baskets', 'b', '100'],
          ['baskets', 'c', '100'],
        ],
        {
          quotes: [
            quoteOf('a', { state: 'withdrawn' }),
            quoteOf('b', { requestRevision: 1 }),
            quoteOf('c', { validUntil: '2027-01-31' }),
          ],
        },
      ).map(([pointer, code]) => [pointer, code]),
    ).toEqual([
      ['/allocations/0/quoteId', 'quote_not_current'],
      ['/allocations/1/quoteId', 'quote_stale'],
      ['/allocations/2/quoteId', 'quote_expired'],
    ]);
    expect(problems([['baskets', 'a', '100']], { quotes: [quoteOf('a', { validUntil: today })] })).toEqual(
      [],
    );
  });

  it('knows what is not of this request, not quoted, or given twice', () => {
    expect(
      problems([
        ['elsewhere', 'a', '1'],
        ['baskets', 'nobody', '1'],
        ['mats', 'a', '1'],
        ['baskets', 'a', '100'],
        ['baskets', 'a', '100'],
      ]).map(([pointer, code]) => [pointer, code]),
    ).toEqual([
      ['/allocations/0/requestLineId', 'not_of_this_request'],
      ['/allocations/1/quoteId', 'not_of_this_request'],
      ['/allocations/2/quoteId', 'line_not_quoted'],
      ['/allocations/4/quoteId', 'allocated_twice'],
    ]);
  });

  it('names cooperative and scheme where a certificate is missing, once', () => {
    expect(
      problems(
        [
          ['baskets', 'a', '100'],
          ['baskets', 'b', '100'],
        ],
        {
          missing: [{ cooperativeId: 'coop-b', cooperative: 'Weavers b', scheme: 'Fair for Life' }],
        },
      ),
    ).toEqual([
      [
        '/allocations/1/quoteId',
        'certificate_missing',
        'Weavers b holds no valid certificate of Fair for Life today.',
      ],
    ]);
  });

  it('is refused exactly when it gives too much or too little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }), (one, other) => {
        const codes = new Set(
          problems([
            ['baskets', 'a', `${one}`],
            ['baskets', 'b', `${other}`],
          ]).map(([, code]) => code),
        );
        expect(codes.has('award_above_request')).toBe(one + other > 400);
        expect(codes.has('award_above_quote')).toBe(one > 500 || other > 500);
        expect(codes.has('award_below_minimum')).toBe(one < 50 || other < 50);
      }),
    );
  });
});

describe('what was saved with a draft', () => {
  const quotes = new Map([['a', quoteOf('a')]]);
  const stored = {
    requestLineId: 'baskets',
    quoteId: 'a',
    quantity: '300',
    quoteRevision: 1,
    unitPrice: '4.75',
    priceBaseQuantity: '1',
    currency: 'EUR',
    amountMinor: '142500',
  };

  it('is priced by the break that its quantity reaches', () => {
    expect(allocationPrice(quoteOf('a'), offered, '300')).toEqual({
      unitPrice: '4.75',
      priceBaseQuantity: '1',
      priceBreakFrom: '300',
      currency: 'EUR',
      amountMinor: 142500n,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (quantity) => {
        const price = allocationPrice(quoteOf('a'), offered, `${quantity}`);
        expect(price.amountMinor).toBe(
          BigInt(
            exact(quantity)
              .times(quantity >= 300 ? '475' : '520')
              .toFixed(),
          ),
        );
      }),
    );
  });

  it('must still be what the quote says', () => {
    expect(storedPriceProblems(quotes, [stored, { ...stored, unitPrice: '4.750000' }])).toEqual([]);
    for (const changed of [
      { unitPrice: '4.74' },
      { amountMinor: '142499' },
      { quoteRevision: 2 },
      { currency: 'USD' },
      { priceBaseQuantity: '2' },
    ]) {
      expect(storedPriceProblems(quotes, [{ ...stored, ...changed }]).map((one) => one.code)).toEqual([
        'award_price_differs',
      ]);
    }
  });
});
