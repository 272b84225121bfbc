import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '#platform';
import { comparedQuantity, lineAmount, priceAt, type PricedLine } from './pricing.rules.js';

const thousandths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max }).map((whole) => exact(whole).div(1000).toFixed());
const millionths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max }).map((whole) => exact(whole).div(1_000_000).toFixed());

/** Lines as the rules of a quote let them be: breaks ascending, none dearer than what stands before it. */
const lines: fc.Arbitrary<PricedLine> = fc
  .record({
    unitPrice: millionths(2_000_000_000),
    priceBaseQuantity: fc.constantFrom('1', '12', '100', '0.5'),
    steps: fc.uniqueArray(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 6 }),
    cheaper: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ unitPrice, priceBaseQuantity, steps, cheaper }) => {
    let price = exact(unitPrice);
    const priceBreaks = steps
      .sort((one, other) => one - other)
      .map((from, index) => {
        price = price
          .times(cheaper[index] ?? 100)
          .div(100)
          .toDecimalPlaces(6);
        return { fromQuantity: exact(from).div(1000).toFixed(), unitPrice: price.toFixed() };
      });
    return { unitPrice, priceBaseQuantity, priceBreaks };
  });

describe('priceAt', () => {
  const line: PricedLine = {
    unitPrice: '5.20',
    priceBaseQuantity: '1',
    priceBreaks: [
      { fromQuantity: '100', unitPrice: '4.90' },
      { fromQuantity: '300', unitPrice: '4.75' },
    ],
  };

  it.each([
    ['99.999', '5.20', null],
    ['100', '4.90', '100'],
    ['299.999', '4.90', '100'],
    ['300', '4.75', '300'],
    ['1000000', '4.75', '300'],
  ])('asks %s at %s', (quantity, unitPrice, breakFrom) => {
    expect(priceAt(line, quantity)).toEqual({ unitPrice, breakFrom });
  });

  it('compares by number, not by text', () => {
    const textual = {
      ...line,
      priceBreaks: [
        { fromQuantity: '9', unitPrice: '5' },
        { fromQuantity: '10.0', unitPrice: '4' },
      ],
    };
    expect(priceAt(textual, '10')).toEqual({ unitPrice: '4', breakFrom: '10.0' });
  });

  it('takes the highest break that is reached, and the list price below the first', () => {
    fc.assert(
      fc.property(lines, thousandths(10_000_000), (any, quantity) => {
        const { unitPrice, breakFrom } = priceAt(any, quantity);
        const reached = any.priceBreaks.filter((step) => exact(step.fromQuantity).lte(exact(quantity)));
        expect(breakFrom).toBe(reached.at(-1)?.fromQuantity ?? null);
        expect(unitPrice).toBe(reached.at(-1)?.unitPrice ?? any.unitPrice);
      }),
    );
  });

  it('never asks more a unit for more units', () => {
    fc.assert(
      fc.property(lines, thousandths(10_000_000), thousandths(10_000_000), (any, one, other) => {
        const [less, more] = exact(one).lte(exact(other)) ? [one, other] : [other, one];
        expect(exact(priceAt(any, more).unitPrice).lte(exact(priceAt(any, less).unitPrice))).toBe(true);
      }),
    );
  });
});

describe('lineAmount', () => {
  it('is quantity x unit price / price base quantity, within half a minor unit, of a halfway case the even one', () => {
    fc.assert(
      fc.property(
        lines,
        thousandths(10_000_000),
        fc.constantFrom('EUR', 'JPY', 'TND'),
        (line, quantity, currency) => {
          const digits = { EUR: 2, JPY: 0, TND: 3 }[currency] ?? 2;
          const amount = lineAmount(line, quantity, currency);
          const base = exact(line.priceBaseQuantity);
          const whole = exact(quantity)
            .times(exact(priceAt(line, quantity).unitPrice))
            .times(exact(10).pow(digits));
          // By products, since the quotient may never end.
          const twiceOff = whole.minus(exact(amount).times(base)).abs().times(2);
          expect(twiceOff.lte(base)).toBe(true);
          expect(twiceOff.lt(base) || amount % 2n === 0n).toBe(true);
        },
      ),
    );
  });

  it('rounds halves to even', () => {
    const line = { unitPrice: '0.005', priceBaseQuantity: '1', priceBreaks: [] };
    expect(lineAmount(line, '1', 'EUR')).toBe(0n);
    expect(lineAmount(line, '3', 'EUR')).toBe(2n);
    expect(lineAmount({ ...line, unitPrice: '10', priceBaseQuantity: '3' }, '1', 'EUR')).toBe(333n);
  });
});

describe('comparedQuantity', () => {
  it('is the smaller, by number', () => {
    expect(comparedQuantity('100', '99.5')).toBe('99.5');
    expect(comparedQuantity('9', '10')).toBe('9');
    expect(comparedQuantity('10', '10.000')).toBe('10');
  });
});
