import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dayIn,
  orderAfter,
  orderAmounts,
  type OrderEvent,
  type OrderState,
  orderStates,
  orderTransitions,
  renumbered,
  standingOf,
} from './purchase-order.rules.js';

describe('an order', () => {
  it('goes from issue to its end', () => {
    const path: [OrderEvent, OrderState][] = [
      ['accept', 'accepted'],
      ['start_production', 'in_production'],
      ['ship', 'shipped'],
      ['receive', 'received'],
      ['close', 'closed'],
    ];
    let state: OrderState = 'issued';
    for (const [event, expected] of path) {
      state = orderAfter(state, event);
      expect(state).toBe(expected);
    }
  });

  it('is rejected or changed only before it is accepted, and cancelled until production begins', () => {
    const where = (event: OrderEvent): OrderState[] =>
      orderStates.filter((state) => orderTransitions[state][event]);
    expect(where('accept')).toEqual(['issued']);
    expect(where('reject')).toEqual(['issued']);
    expect(where('propose_change')).toEqual(['issued']);
    expect(where('cancel')).toEqual(['issued', 'accepted']);
  });

  it('says what is possible when something is not', () => {
    expect(() => orderAfter('accepted', 'reject')).toThrow('start production, cancel');
    expect(() => orderAfter('closed', 'cancel')).toThrow('wrong_state');
  });
});

describe('what an order comes to', () => {
  it('is the sum of its rounded lines, whatever their size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 50 }),
        (amounts) => {
          const { totalMinor, advanceMinor } = orderAmounts(
            amounts.map((amount) => ({ amountMinor: amount.toString() })),
            '50',
          );
          expect(totalMinor).toBe(amounts.reduce((sum, amount) => sum + amount, 0n));
          expect(advanceMinor <= totalMinor).toBe(true);
        },
      ),
    );
  });

  it('has an advance that is rounded half to even', () => {
    expect(orderAmounts([{ amountMinor: '101' }], '50')).toEqual({ totalMinor: 101n, advanceMinor: 50n });
    expect(orderAmounts([{ amountMinor: '103' }], '50')).toEqual({ totalMinor: 103n, advanceMinor: 52n });
    expect(orderAmounts([{ amountMinor: '9007199254740993' }], '0')).toEqual({
      totalMinor: 9007199254740993n,
      advanceMinor: 0n,
    });
  });
});

it('lines are counted from 1 in the order of the request', () => {
  expect(
    renumbered([
      { position: 40, sku: 'c' },
      { position: 7, sku: 'a' },
      { position: 9, sku: 'b' },
    ]),
  ).toEqual([
    { position: 1, sku: 'a' },
    { position: 2, sku: 'b' },
    { position: 3, sku: 'c' },
  ]);
});

it('the day of issue is the buyer’s, and UTC’s where the time zone is none', () => {
  const lateInUtc = new Date('2026-12-31T23:30:00Z');
  expect(dayIn('Europe/Amsterdam', lateInUtc)).toBe('2027-01-01');
  expect(dayIn('America/Guatemala', lateInUtc)).toBe('2026-12-31');
  expect(dayIn('Middle/Earth', lateInUtc)).toBe('2026-12-31');
});

describe('a genuine paper', () => {
  it('is current while its revision is the newest and the order stands', () => {
    expect(standingOf({ state: 'issued', revision: 1 }, 1)).toBe('current');
    expect(standingOf({ state: 'closed', revision: 2 }, 2)).toBe('current');
    expect(standingOf({ state: 'accepted', revision: 2 }, 1)).toBe('superseded');
  });

  it('of an order that came to nothing says so', () => {
    expect(standingOf({ state: 'cancelled', revision: 2 }, 1)).toBe('cancelled');
    expect(standingOf({ state: 'rejected', revision: 1 }, 1)).toBe('rejected');
  });
});
