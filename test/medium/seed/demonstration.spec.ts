import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readSignIns } from '../../../tools/seed/demonstration.js';
import { seedDemonstration } from '../../../tools/seed/seed.js';
import { emptyDatabase } from '../../../tools/seed/unfinished.js';
import { cloneDatabase, type ClonedDatabase } from '../../support/database.js';

const sizes = { retailers: 2, cooperatives: 14, requests: 20, seed: 7, say: () => undefined };

describe('demonstration data', () => {
  let cloned: ClonedDatabase;
  let dataDir: string;
  let superuser: pg.Client;

  const seed = async (changes: Partial<typeof sizes> = {}): Promise<void> => {
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: cloned.appUrl,
      DATABASE_OWNER_URL: cloned.ownerUrl,
      DATA_DIR: dataDir,
      SESSION_SECRET: 'a secret for tests that is long enough',
      LOG_LEVEL: 'silent',
    };
    await seedDemonstration({ env, ...sizes, ...changes });
  };
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await superuser.query(sql)).rows as Row[];
  const countOf = async (table: string): Promise<number> =>
    Number((await rows<{ count: string }>(`select count(*) from ${table}`))[0]?.count);
  const statesOf = async (table: string): Promise<string[]> =>
    (await rows<{ state: string }>(`select distinct state from ${table} order by state`)).map(
      (row) => row.state,
    );

  beforeAll(async () => {
    cloned = await cloneDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-seed-'));
    superuser = new pg.Client({ connectionString: cloned.superuserUrl });
    await superuser.connect();
    await seed();
  }, 120_000);

  afterAll(async () => {
    await superuser.end();
    await cloned.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('has requests and certificates in every state', async () => {
    expect(await statesOf('request')).toEqual([
      'awaiting_approval',
      'awarded',
      'cancelled',
      'closed',
      'draft',
      'open',
      'unawarded',
    ]);
    expect(await statesOf('certificate')).toEqual(
      expect.arrayContaining(['action_required', 'draft', 'expired', 'granted', 'proposed', 'refused']),
    );
    expect(await countOf('quote')).toBeGreaterThan(20);
  });

  it('has every document of its orders, and every mail', async () => {
    const orders = await countOf('purchase_order');
    expect(orders).toBeGreaterThan(5);
    expect(await countOf(`order_document where state = 'ready'`)).toBe(2 * orders);
    expect(await countOf('message where sent_at is null')).toBe(0);
    expect(await readdir(path.join(dataDir, 'mail'))).toHaveLength(await countOf('message'));
  });

  it('is spread over months, in the log as in the tables, and leaves the clock at the time of day', async () => {
    const [span] = await rows<{ days: number; backwards: string; breaks: string; ahead: number }>(
      `select extract(day from max(at) - min(at))::int as days,
              (select count(*) from audit_entry b join audit_entry a on a.organisation_id = b.organisation_id and a.seq = b.seq - 1
                where b.at < a.at) as backwards,
              (select count(*) from audit_breaks()) as breaks,
              (select extract(epoch from ahead)::float8 from clock) as ahead
         from audit_entry`,
    );
    expect(span?.days).toBeGreaterThan(200);
    expect(span).toMatchObject({ backwards: '0', breaks: '0', ahead: 0 });
    expect(await countOf('outbox_message where relayed_at is null and available_at <= weftway_now()')).toBe(
      0,
    );
  });

  it('names people of each role who can sign in', async () => {
    const people = await readSignIns(dataDir);
    expect(people.map((person) => person.role)).toEqual([
      'requester',
      'approver',
      'owner',
      'manager',
      'manager',
      'officer',
      'lead',
      'administrator',
    ]);
    const known = await rows<{ email: string }>('select email from person');
    expect(known.map((row) => row.email)).toEqual(expect.arrayContaining(people.map((one) => one.email)));
  });

  it('adds requests between those who are there, and no one twice', async () => {
    const before = { people: await countOf('person'), requests: await countOf('request') };
    await seed({ requests: 3 });
    expect(await countOf('person')).toBe(before.people);
    expect(await countOf('request')).toBe(before.requests + 3);
    expect(await countOf('audit_breaks()')).toBe(0);
  }, 60_000);

  it('begins anew from what migrations brought', async () => {
    await emptyDatabase(cloned.ownerUrl);
    expect(await countOf('organisation')).toBe(0);
    expect(await countOf('audit_entry')).toBe(0);
    expect(await countOf('craft')).toBeGreaterThan(0);
    await seed({ requests: 1, cooperatives: 3 });
    expect(await countOf(`organisation where kind = 'cooperative' and state = 'admitted'`)).toBe(3);
  }, 60_000);
});
