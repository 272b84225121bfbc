import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Rehearsal, rehearse } from '../../tools/backup/rehearsal.js';
import { withRole } from '../../tools/postgres/prepare-database.js';
import { confirm, type DraftedAward, draftAwards } from '../../tools/faults/awards.js';
import { orderBook } from '../../tools/faults/order-book.js';
import { allReady, papersWrong, promisesBroken } from '../../tools/faults/papers.js';
import { peekAt, type Running, startRunning, temporaryFolder } from '../../tools/faults/running.js';

const awards = 12;
const ordersEach = 3;
/** Of the awards, confirmed before the snapshot is taken; the others while and after it. */
const before = 4;

const closing: (() => Promise<unknown>)[] = [];
let running: Running;
let copy: Running;
let rehearsal: Rehearsal;
let drafted: DraftedAward[];
/** Acknowledged when the backup began, and when its snapshot was taken. */
let atBeginning: string[];
let later: string[];

beforeAll(async () => {
  const { folder, clear } = await temporaryFolder();
  closing.push(clear);
  running = await startRunning(path.join(folder, 'first'), { TEST_FSYNC: 'off' });
  closing.push(running.stop);
  drafted = await draftAwards(running, { awards, ordersEach });
  const acknowledged: string[] = [];
  const confirmAll = async (some: typeof drafted): Promise<void> => {
    for (const award of some) {
      await confirm(running.people.buyer, award);
      acknowledged.push(award.id);
    }
  };
  await confirmAll(drafted.slice(0, before));
  atBeginning = [...acknowledged];
  // Two at a time, so that promises, documents and numbers are under way whenever the snapshot is taken.
  const rest = drafted.slice(before);
  const load = Promise.all([0, 1].map((half) => confirmAll(rest.filter((_, index) => index % 2 === half))));
  let known = 0;
  rehearsal = await rehearse({
    env: running.instance.env,
    folder,
    onSnapshot: () => {
      known = acknowledged.length;
    },
  });
  closing.push(rehearsal.copy.stop);
  await load;
  later = acknowledged.slice(known);
  const password = (await readFile(path.join(rehearsal.copyDataDir, 'postgres-password'), 'utf8')).trim();
  const superuserUrl = withRole(rehearsal.copy.env.DATABASE_OWNER_URL ?? '', 'postgres', password);
  copy = {
    ...running,
    instance: rehearsal.copy,
    dataDir: rehearsal.copyDataDir,
    peek: (sql, parameters) => peekAt(superuserUrl, sql, parameters),
  };
}, 180_000);

afterAll(async () => {
  for (const close of closing.reverse()) {
    await close();
  }
}, 60_000);

describe('A backup taken under load, restored in a new place', () => {
  it('was met by the load', () => {
    expect(atBeginning).toHaveLength(before);
    expect(later.length).toBeGreaterThan(0);
  });

  it('has every award that was acknowledged before it, each whole or not at all, and verifies', async () => {
    const { perAward, broken } = await orderBook(copy, ordersEach);
    expect([...perAward.keys()]).toEqual(expect.arrayContaining(atBeginning));
    expect(broken).toEqual([]);
    expect(rehearsal.restored.rows).toBe(rehearsal.backup.rows);
  });

  it('keeps there what was promised when it was taken: every order gets its papers, once', async () => {
    await allReady(copy, 60);
    expect(await promisesBroken(copy, 30)).toEqual([]);
    expect(await papersWrong(copy)).toEqual({ lost: [], doubled: [], broken: [] });
  });

  it('lets people in there with the session they had, to go on with the next number', async () => {
    const { perAward } = await orderBook(copy, ordersEach);
    const open = drafted.filter((award) => !perAward.has(award.id));
    expect(open.length).toBeGreaterThan(0);
    for (const award of open) {
      await confirm(running.people.buyer.at(rehearsal.copy.url), award);
    }
    expect(await orderBook(copy, ordersEach)).toMatchObject({ orders: awards * ordersEach, broken: [] });
  });

  it('left the first as it was', async () => {
    await allReady(running, 60);
    const { perAward, broken } = await orderBook(running, ordersEach);
    expect(perAward.size).toBe(awards);
    expect(broken).toEqual([]);
  });
});
