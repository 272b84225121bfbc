import { upTo } from './in-turn.js';
import type { Running } from './running.js';

/** What must hold of all orders, whatever was killed: numbers without gap or repeat, each award's orders whole or none. */
export interface OrderBook {
  orders: number;
  /** How many orders each confirmed award has. */
  perAward: ReadonlyMap<string, number>;
  /** Empty when every rule about orders holds. */
  broken: string[];
}

export async function orderBook(running: Running, ordersEach: number): Promise<OrderBook> {
  const orders = await running.peek<{ award_id: string; number: string; series: string }>(
    `select award_id, number, buyer_id || ' ' || year as series from purchase_order order by buyer_id, year, number`,
  );
  const perAward = new Map<string, number>();
  const series = new Map<string, number[]>();
  for (const order of orders) {
    perAward.set(order.award_id, (perAward.get(order.award_id) ?? 0) + 1);
    series.set(order.series, [...(series.get(order.series) ?? []), Number(order.number)]);
  }
  const broken: string[] = [];
  for (const numbers of series.values()) {
    if (numbers.join() !== upTo(numbers.length).join()) {
      broken.push(`numbers with a gap or a repeat: ${numbers.join()}`);
    }
  }
  for (const [award, count] of perAward) {
    if (count !== ordersEach) {
      broken.push(`award ${award} has ${count} orders, not ${ordersEach}`);
    }
  }
  const halves = await running.peek<{ id: string; state: string }>(
    `select a.id, a.state from award a
      where (a.confirmed_at is not null) <> exists (select from purchase_order o where o.award_id = a.id)
         or ((a.confirmed_at is not null) and (select state from request r where r.id = a.request_id) <> 'awarded')`,
  );
  broken.push(...halves.map((award) => `award ${award.id} is ${award.state} by halves`));
  const breaks = await running.peek('select * from audit_breaks()');
  if (breaks.length > 0) {
    broken.push(`${breaks.length} breaks in audit chains`);
  }
  return { orders: orders.length, perAward, broken };
}
