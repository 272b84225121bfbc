import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../tools/scenario/http-client.js';
import type { Running } from './running.js';

interface DocumentRow {
  order_id: string;
  reference: string;
  kind: string;
  state: string;
  storage_key: string | null;
  sha256: string | null;
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

/**
 * Waits until every promise is kept. What a relay had claimed and not yet handed to the queue when it was killed is handed over
 * after a minute, which is taken as passed.
 */
export async function allKept(running: Running): Promise<void> {
  await running.peek(
    `update outbox_delivery set queued_at = queued_at - interval '1 minute' where done_at is null`,
  );
  await until(
    'every promise of the outbox',
    async () => ((await promisesOpen(running)).length === 0 ? true : null),
    30,
  );
}

/** What is wrong with the papers of the orders, in words; empty when each has one whole PDF and one whole XML. */
export async function faultsOfPapers(running: Running): Promise<string[]> {
  const rows = await running.peek<DocumentRow>(
    `select o.id as order_id, o.reference, d.kind, d.state, d.storage_key, d.sha256
       from purchase_order o left join order_document d on d.order_id = o.id`,
  );
  const kinds = new Map<string, string[]>();
  const faults: string[] = [];
  for (const row of rows) {
    kinds.set(row.reference, [...(kinds.get(row.reference) ?? []), row.kind]);
    const content = await readFile(path.join(running.dataDir, 'files', row.storage_key ?? '')).catch(
      () => null,
    );
    const hash = content && createHash('sha256').update(content).digest('hex');
    if (row.state !== 'ready' || hash === null || hash !== row.sha256) {
      faults.push(`${row.reference} ${row.kind}: ${row.state}, recorded ${row.sha256}, on disk ${hash}`);
    }
  }
  for (const [reference, found] of kinds) {
    if (found.sort().join() !== 'pdf,ubl') {
      faults.push(`${reference} has ${found.join()}`);
    }
  }
  const stored = await readdir(path.join(running.dataDir, 'files/orders'), { recursive: true });
  const whole = stored.filter((name) => /\.(pdf|xml)$/.test(name));
  if (whole.length !== rows.length) {
    faults.push(`${whole.length} files are stored for ${rows.length} documents`);
  }
  const [recorded] = await running.peek<{ repeated: number }>(
    `select count(*)::int as repeated from (
       select from audit_entry where action = 'order_document.ready' group by subject_id, detail->>'kind' having count(*) > 1) r`,
  );
  if (recorded?.repeated !== 0) {
    faults.push(`${recorded?.repeated} documents were made ready twice`);
  }
  return faults;
}
