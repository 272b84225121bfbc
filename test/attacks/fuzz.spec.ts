import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzz, type FuzzResult } from '../../tools/fuzz/fuzz.js';
import { type Person, signIn } from '../../tools/fuzz/people.js';
import { Sender } from '../../tools/fuzz/sender.js';
import { password } from '../medium/identity/visitor.js';
import { plant } from './planted.js';
import { openWorld, type Role, type World } from './world.js';

const whose: readonly Role[] = [
  'requester',
  'owner',
  'approver',
  'manager',
  'officer',
  'lead',
  'administrator',
];

describe('requests made from the OpenAPI document, good and bad', () => {
  let world: World;
  let url: string;
  let folder: string;
  let people: Person[];
  beforeAll(async () => {
    world = await openWorld();
    await world.context.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(world.context.app.getHttpServer().address() as AddressInfo).port}`;
    folder = await mkdtemp(path.join(tmpdir(), 'weftway-fuzz-'));
    const sender = new Sender(url);
    people = [];
    for (const role of whose) {
      const kind = {
        requester: 'retailer',
        owner: 'retailer',
        approver: 'retailer',
        manager: 'cooperative',
      } as const;
      const organisation =
        kind[role as keyof typeof kind] ?? (role === 'administrator' ? 'platform' : 'assurance');
      const { email } = await world.someoneNew(role, world.victims[organisation]);
      const person = await signIn(sender, email, password);
      if (person) {
        people.push(person);
      }
    }
    sender.close();
  }, 200_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (options: { seconds: number; only?: string }): Promise<FuzzResult> =>
    fuzz({ url, people: [...people], seed: 20_261, folder, ...options });

  it('are answered as the document says, and never with 500', async () => {
    expect(people).toHaveLength(whose.length);
    const result = await run({ seconds: 12 });
    console.log(
      `${result.requests} requests to ${result.routes} routes, ${result.routes - result.neverFulfilled.length} of them fulfilled some`,
    );
    expect(result.faults).toEqual([]);
    expect(result.requests).toBeGreaterThan(300);
    expect(Object.values(result.groups).some((group) => group.fulfilled > 0 && group.refused > 0)).toBe(true);
  }, 120_000);

  describe('when something is broken on purpose', () => {
    it('find a route that fails, with a command that repeats it', async () => {
      const mend = plant(world.context, 'a list that fails');
      const { faults } = await run({ seconds: 2, only: 'GET /v1/buyer/orders' });
      expect(faults).toContainEqual(
        expect.objectContaining({ route: 'GET /v1/buyer/orders', what: 'answered 500' }),
      );
      // Where there is no curl, nothing is claimed of the command.
      expect([500, null]).toContain(faults.find((one) => one.what === 'answered 500')?.again);
      mend();
      expect((await run({ seconds: 2, only: 'GET /v1/buyer/orders' })).faults).toEqual([]);
    }, 60_000);

    it('find an answer outside its schema', async () => {
      const mend = plant(world.context, 'an answer with a field too many');
      const { faults } = await run({ seconds: 2, only: 'GET /v1/buyer/orders' });
      mend();
      expect(faults.map((one) => one.what).join()).toContain('outside its schema');
    }, 60_000);
  });
});
