import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveChanges, type LiveChange } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { enrol, signedIn } from '../identity/visitor.js';
import { type Scene, setScene } from '../quoting/scene.js';

const until = async (what: string, reached: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !reached(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!reached()) {
    throw new Error(`It never came to ${what}`);
  }
};

describe('live changes', () => {
  let context: TestContext;
  let scene: Scene;
  beforeAll(async () => {
    context = await openTestContext();
    scene = await setScene(context);
  });
  afterAll(() => context.close());

  /** What an organisation is told from now on. */
  const follow = async (organisationId: string): Promise<LiveChange[]> => {
    const heard: LiveChange[] = [];
    context
      .get(LiveChanges)
      .of(organisationId)
      .subscribe((change) => heard.push(change));
    await until('listening', () => context.get(LiveChanges).listening);
    return heard;
  };

  it('tell both sides of a quote once it is sent, and the buyer nothing of its drafts', async () => {
    const weavers = await scene.cooperative('Weavers');
    const others = await scene.cooperative('Others');
    const request = await scene.request([weavers]);
    const [buyer, cooperative, stranger] = await Promise.all(
      [scene.buyer.id, weavers.organisationId, others.organisationId].map(follow),
    );
    const draft = await scene.services.quotes.save(weavers, request.id, null, scene.draft(request));
    await until(
      'the cooperative’s own',
      () => cooperative?.some((change) => change.topic === 'quote' && change.id === request.id) ?? false,
    );
    expect(buyer?.filter((change) => change.topic === 'quote')).toEqual([]);
    await scene.services.submissions.submit(weavers, request.id, draft.version);
    await until('the buyer', () => buyer?.some((change) => change.topic === 'quote') ?? false);
    expect(stranger?.filter((change) => change.id === request.id)).toEqual([]);
  });

  it('stream to whoever is signed in, for the organisation that they act for', async () => {
    const account = await enrol(context, 'retailer', ['owner']);
    const visitor = await signedIn(context, account.email);
    await context.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = context.app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1/account/events`;
    expect((await fetch(url)).status).toBe(401);

    const stop = new AbortController();
    const answer = await fetch(url, { headers: { cookie: visitor.cookie ?? '' }, signal: stop.signal });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let text = '';
    const reading = (async (): Promise<void> => {
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString('utf8');
      }
    })().catch(() => undefined);
    await until('listening', () => context.get(LiveChanges).listening);
    await visitor.send('PUT', '/v1/account/organisation', {
      ifMatch: '"v1"',
      body: { name: 'Renamed', country: 'NL', email: 'office@renamed.example', currency: 'EUR' },
    });
    await until('the event', () => text.includes('"topic":"organisation"'));
    expect(text).toContain('event: change');
    expect(text).not.toContain('Renamed');
    stop.abort();
    await reading;
  });
});
