import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencyDigits, lineAmountMinor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

interface Line {
  quantity: string;
  unitPrice: string;
  priceBaseQuantity: string;
  currency: string;
}

/** A decimal as `numeric(18, places)` holds it. */
const decimal = (largest: bigint, places: number, smallest = 0n): fc.Arbitrary<string> =>
  fc.bigInt({ min: smallest, max: largest }).map((units) => {
    const digits = units.toString().padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });

const line: fc.Arbitrary<Line> = fc.record({
  quantity: fc.oneof(decimal(10n ** 9n, 3), decimal(10_000n, 3)),
  unitPrice: fc.oneof(
    decimal(10n ** 12n, 6),
    decimal(1_000_000n, 6),
    fc.constantFrom('0.005', '0.015', '2.675'),
  ),
  priceBaseQuantity: fc.oneof(fc.constantFrom('1', '12', '100', '1000', '3', '7'), decimal(10n ** 6n, 3, 1n)),
  currency: fc.constantFrom('EUR', 'KES', 'JPY', 'TND', 'INR', 'CLF', 'UGX', 'BHD'),
});

describe('a line’s amount', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  /** One statement for many lines. */
  const bySql = async (lines: readonly Line[]): Promise<string[]> =>
    (
      await context.peek<{ amount: string }>(
        `select line_amount_minor(quantity, price, base, currency) as amount
           from unnest($1::numeric[], $2::numeric[], $3::numeric[], $4::char(3)[]) with ordinality as l(quantity, price, base, currency, place)
          order by place`,
        [
          lines.map((one) => one.quantity),
          lines.map((one) => one.unitPrice),
          lines.map((one) => one.priceBaseQuantity),
          lines.map((one) => one.currency),
        ],
      )
    ).map((row) => row.amount);
  const byCode = (lines: readonly Line[]): string[] =>
    lines.map((one) => lineAmountMinor(one, one.currency).toString());

  it('is the same in the database and in the code, whatever the figures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 50, maxLength: 100 }), async (lines) => {
        expect(await bySql(lines)).toEqual(byCode(lines));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    // Halves go to the even neighbour, what is next to a half to its own side.
    ['1', '0.005', '1', 'EUR', '0'],
    ['1', '0.015', '1', 'EUR', '2'],
    ['1', '0.025', '1', 'EUR', '2'],
    ['1', '0.025001', '1', 'EUR', '3'],
    ['1', '0.024999', '1', 'EUR', '2'],
    ['1', '0.5', '1', 'JPY', '0'],
    ['3', '0.5', '1', 'JPY', '2'],
    ['1', '1.2345', '1', 'TND', '1234'],
    // A price for a hundred or a dozen, whose quotient never ends.
    ['1', '10', '3', 'EUR', '333'],
    ['2', '10', '3', 'EUR', '667'],
    ['1000', '49.99', '100', 'EUR', '49990'],
    ['999999999.999', '999999.999999', '1', 'EUR', '99999999999800000'],
    ['0', '12.5', '1', 'EUR', '0'],
  ])('of %s at %s for %s in %s is %s', async (quantity, unitPrice, priceBaseQuantity, currency, amount) => {
    const lines = [{ quantity, unitPrice, priceBaseQuantity, currency }];
    expect(byCode(lines)).toEqual([amount]);
    expect(await bySql(lines)).toEqual([amount]);
  });

  it('knows the same currencies with the same minor units', async () => {
    const rows = await context.peek<{ code: string; digits: number }>('select code, digits from currency');
    expect(rows.length).toBeGreaterThan(150);
    for (const { code, digits } of rows) {
      expect([code, currencyDigits(code)]).toEqual([code, digits]);
    }
  });
});
