import { describe, expect, it } from '@jest/globals';
import { bestOf, compareOffers, type RankedOffer } from './comparison.rules.js';

const offer = (quoteId: string, change: Partial<RankedOffer> = {}): RankedOffer => ({
  quoteId,
  amountMinor: 1000n,
  comparedThousandths: 10_000n,
  leadTimeDays: 30,
  awardable: true,
  ...change,
});

describe('the best offer on a line', () => {
  it('is the cheapest by the unit, not by the sum', () => {
    const small = offer('small', { amountMinor: 600n, comparedThousandths: 5000n });
    expect([small, offer('large')].sort(compareOffers).map((one) => one.quoteId)).toEqual(['large', 'small']);
  });

  it('is of two as cheap the sooner', () => {
    expect([offer('late'), offer('soon', { leadTimeDays: 20 })].sort(compareOffers)[0]?.quoteId).toBe('soon');
  });

  it('can be awarded, or there is none', () => {
    expect(bestOf([offer('barred', { awardable: false }), offer('next')])).toBe('next');
    expect(bestOf([offer('barred', { awardable: false })])).toBeNull();
    expect(bestOf([])).toBeNull();
  });
});
