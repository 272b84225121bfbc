import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Rehearsal, rehearse } from '../../tools/backup/rehearsal.js';
import { withRole } from '../../tools/postgres/prepare-database.js';
import { confirm, type DraftedAward, draftAwards, orderBook, ordersOfAward, upTo } from './awards.js';
import { allKept, allReady, faultsOfPapers, promisesOpen } from './papers.js';
import { peekAt, type Running, startRunning, temporaryFolder } from './running.js';

const awards = 12;
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
  drafted = await draftAwards(running, awards);
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
    const { numbers, perAward, brokenChains } = await orderBook(copy);
    expect([...perAward.keys()]).toEqual(expect.arrayContaining(atBeginning));
    expect(new Set(perAward.values())).toEqual(new Set([ordersOfAward]));
    expect(numbers).toEqual(upTo(perAward.size * ordersOfAward));
    expect(brokenChains).toBe(0);
    expect(rehearsal.restored.rows).toBe(rehearsal.backup.rows);
  });

  it('keeps there what was promised when it was taken: every order gets its papers, once', async () => {
    await allReady(copy, 60);
    await allKept(copy);
    expect(await promisesOpen(copy)).toEqual([]);
    expect(await faultsOfPapers(copy)).toEqual([]);
  });

  it('lets people in there with the session they had, to go on with the next number', async () => {
    const { perAward } = await orderBook(copy);
    const open = drafted.filter((award) => !perAward.has(award.id));
    expect(open.length).toBeGreaterThan(0);
    for (const award of open) {
      await confirm(running.people.buyer.at(rehearsal.copy.url), award);
    }
    expect((await orderBook(copy)).numbers).toEqual(upTo(awards * ordersOfAward));
  });

  it('left the first as it was', async () => {
    await allReady(running, 60);
    const { perAward, brokenChains } = await orderBook(running);
    expect(perAward.size).toBe(awards);
    expect(brokenChains).toBe(0);
  });
});
