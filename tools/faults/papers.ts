import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../scenario/http-client.js';
import type { Running } from './running.js';

interface DocumentRow {
  order_id: string;
  reference: string;
  kind: string | null;
  state: string;
  storage_key: string | null;
  sha256: string | null;
}

/** What is wrong, in words; all empty when nothing is. */
export interface Wrong {
  lost: string[];
  doubled: string[];
  broken: string[];
}

/** How many documents are ready, of how many. */
export async function readiness(running: Running): Promise<{ ready: number; all: number }> {
  const [counted] = await running.peek<{ ready: number; all: number }>(
    `select count(*) filter (where state = 'ready')::int as ready, count(*)::int as "all" from order_document`,
  );
  return counted ?? { ready: 0, all: 0 };
}

/** Promises that are not kept, by type; but for deadlines, whose jobs wait by the true clock and not by the one that tests move. */
export function promisesOpen(running: Running): Promise<{ type: string; open: number }[]> {
  return running.peek(
    `select m.type, count(*)::int as open
       from outbox_message m left join outbox_delivery d on d.message_id = m.id
      where (m.relayed_at is null or (d.message_id is not null and d.done_at is null)) and m.type <> 'request.deadline'
      group by m.type order by m.type`,
  );
}

/** Waits until every order has its documents; answers the milliseconds it took. */
export async function allReady(running: Running, seconds: number): Promise<number> {
  const begun = performance.now();
  await until(
    'the documents of every order',
    async () => {
      const { ready, all } = await readiness(running);
      return ready === all ? true : null;
    },
    seconds,
  );
  return performance.now() - begun;
}

/** Waits until every promise is kept; those that are not, when so many seconds have passed without one more that is, are told. */
export async function promisesBroken(running: Running, seconds: number): Promise<string[]> {
  let fewest = Infinity;
  for (let since = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const open = await promisesOpen(running);
    const left = open.reduce((sum, one) => sum + one.open, 0);
    if (left === 0) {
      return [];
    }
    if (left < fewest) {
      fewest = left;
      since = performance.now();
    } else if (performance.now() - since > seconds * 1_000) {
      return open.map((one) => `${one.open} promises of ${one.type} are not kept`);
    }
  }
}

/** The papers of the orders: each order has one whole PDF and one whole XML, made once and told once. */
export async function papersWrong(running: Running): Promise<Wrong> {
  const wrong: Wrong = { lost: [], doubled: [], broken: [] };
  const rows = await running.peek<DocumentRow>(
    `select o.id as order_id, o.reference, d.kind, d.state, d.storage_key, d.sha256
       from purchase_order o left join order_document d on d.order_id = o.id`,
  );
  const kinds = new Map<string, string[]>();
  for (const row of rows) {
    kinds.set(row.reference, [...(kinds.get(row.reference) ?? []), row.kind ?? 'nothing']);
    const content = await readFile(path.join(running.dataDir, 'files', row.storage_key ?? '')).catch(
      () => null,
    );
    const hash = content && createHash('sha256').update(content).digest('hex');
    if (row.state !== 'ready' || hash === null) {
      wrong.lost.push(`${row.reference} ${row.kind}: ${row.state}, ${hash ? 'on disk' : 'not on disk'}`);
    } else if (hash !== row.sha256) {
      wrong.broken.push(`${row.reference} ${row.kind}: recorded ${row.sha256}, on disk ${hash}`);
    }
  }
  for (const [reference, found] of kinds) {
    if (found.sort().join() !== 'pdf,ubl') {
      wrong.broken.push(`${reference} has ${found.join()}`);
    }
  }
  const stored = await readdir(path.join(running.dataDir, 'files/orders'), { recursive: true });
  const whole = stored.filter((name) => /\.(pdf|xml)$/.test(name));
  if (whole.length > rows.length) {
    wrong.doubled.push(`${whole.length} files are stored for ${rows.length} documents`);
  }
  wrong.doubled.push(...(await madeTwice(running)));
  wrong.lost.push(...(await toldNever(running)));
  return wrong;
}

async function madeTwice(running: Running): Promise<string[]> {
  const recorded = await running.peek<{ reference: string; kind: string; times: number }>(
    `select o.reference, e.detail->>'kind' as kind, count(*)::int as times
       from audit_entry e join purchase_order o on o.id = e.subject_id::uuid
      where e.action = 'order_document.ready' group by o.id, o.reference, kind having count(*) > 1`,
  );
  const told = await running.peek<{ reference: string; times: number }>(
    `select o.reference, count(*)::int as times
       from outbox_message m join purchase_order o on o.id = (m.payload->>'orderId')::uuid
      where m.type = 'order.documents_ready' group by o.id, o.reference having count(*) > 1`,
  );
  const written = await running.peek<{ subject: string; times: number }>(
    `select subject, count(*)::int as times from message where kind like 'order%'
      group by email, kind, subject having count(*) > 1`,
  );
  return [
    ...recorded.map((row) => `${row.reference} ${row.kind} was made ready ${row.times} times`),
    ...told.map((row) => `${row.reference}: that it is ready was announced ${row.times} times`),
    ...written.map((row) => `“${row.subject}” was written ${row.times} times to one address`),
  ];
}

async function toldNever(running: Running): Promise<string[]> {
  const silent = await running.peek<{ reference: string }>(
    `select o.reference from purchase_order o where not exists (
       select from outbox_message m where m.type = 'order.documents_ready' and m.payload->>'orderId' = o.id::text)`,
  );
  return silent.map((row) => `${row.reference}: that it is ready was never announced`);
}
