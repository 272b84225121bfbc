import { nextState, percentOfMinor, type Transitions } from '#platform';

export const orderStates = [
  'issued',
  'accepted',
  'rejected',
  'change_proposed',
  'in_production',
  'shipped',
  'received',
  'closed',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

export type OrderEvent =
  | 'accept'
  | 'reject'
  | 'propose_change'
  | 'settle_change'
  | 'start_production'
  | 'ship'
  | 'receive'
  | 'close'
  | 'cancel';

/** Held by `purchase_order_moves` in the database too. A settled change is answered like a new order. */
export const orderTransitions: Transitions<OrderState, OrderEvent> = {
  issued: { accept: 'accepted', reject: 'rejected', propose_change: 'change_proposed', cancel: 'cancelled' },
  change_proposed: { settle_change: 'issued' },
  accepted: { start_production: 'in_production', cancel: 'cancelled' },
  in_production: { ship: 'shipped' },
  shipped: { receive: 'received' },
  received: { close: 'closed' },
  rejected: {},
  closed: {},
  cancelled: {},
};

/** Where an event leads, or a refusal that says what is possible instead. */
export function orderAfter(from: OrderState, event: OrderEvent): OrderState {
  return nextState(orderTransitions, from, event, 'order');
}

/** What an order comes to: the sum of its rounded lines, and the advance on it. Minor units of the order's currency. */
export function orderAmounts(
  lines: readonly { amountMinor: string }[],
  advancePercent: string,
): { totalMinor: bigint; advanceMinor: bigint } {
  const totalMinor = lines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n);
  return { totalMinor, advanceMinor: percentOfMinor(totalMinor, advancePercent) };
}

/** An order counts its own lines from 1, in the order in which the request asks for them. */
export function renumbered<Line extends { position: number }>(lines: readonly Line[]): Line[] {
  return [...lines]
    .sort((left, right) => left.position - right.position)
    .map((line, index) => ({ ...line, position: index + 1 }));
}

/** The calendar day of a moment in a time zone, `yyyy-mm-dd`; in UTC where the zone is none. */
export function dayIn(timeZone: string, moment: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(moment);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return moment.toISOString().slice(0, 10);
  }
}

export const standings = ['current', 'superseded', 'rejected', 'cancelled'] as const;
export type Standing = (typeof standings)[number];

/** What a genuine paper is worth today. An order that came to nothing says so, whichever of its papers is held. */
export function standingOf(order: { state: string; revision: number }, paperRevision: number): Standing {
  if (order.state === 'rejected' || order.state === 'cancelled') {
    return order.state;
  }
  return paperRevision === order.revision ? 'current' : 'superseded';
}
