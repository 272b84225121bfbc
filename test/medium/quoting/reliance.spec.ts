import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateDecisionService } from '#compliance';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { refusal, type Scene, setScene } from './scene.js';

/** What a body is told of whom a suspension would touch, and what it is not told. */
describe('the consequences of a suspension', () => {
  let context: TestContext;
  let scene: Scene;
  let kiondo: PersonActor;
  let certificate: { id: string; assurance: PersonActor };

  beforeAll(async () => {
    context = await openTestContext();
    scene = await setScene(context);
    kiondo = await scene.cooperative('Kiondo Weavers');
    certificate = await certificateOf(kiondo);
  });
  afterAll(() => context.close());

  async function certificateOf(cooperative: PersonActor): Promise<{ id: string; assurance: PersonActor }> {
    const [row] = await context.peek<{ id: string; assurance_id: string }>(
      `select id, assurance_id from certificate where cooperative_id = $1 and state = 'granted'`,
      [cooperative.organisationId],
    );
    return {
      id: row?.id ?? '',
      assurance: {
        ...cooperative,
        kind: 'assurance',
        organisationId: row?.assurance_id ?? '',
        permissions: new Set(['certificates.suspend']),
      },
    };
  }
  const consequences = (actor = certificate.assurance) =>
    context.get(CertificateDecisionService).consequences(actor, certificate.id);

  it('are nothing while nothing relies on it', async () => {
    expect(await consequences()).toEqual({ replacedBy: null, retailers: [] });
  });

  it('are counted by retailer, from the invitation over the quote to the award in preparation', async () => {
    const unanswered = await scene.request([kiondo], { hours: 1 });
    const quoted = await scene.request([kiondo], { hours: 1 });
    const quote = await scene.quoted(kiondo, quoted);
    const retailer = { invitations: 1, quotes: 1, awards: 0, orders: 0 };
    expect((await consequences()).retailers).toEqual([expect.objectContaining(retailer)]);

    await context.advanceClock(2);
    await scene.services.proposals.propose(scene.buyer.requester, quoted.id, {
      allocations: [{ quoteId: quote.id, requestLineId: quoted.lines.baskets, quantity: '100' }],
      reason: 'The only one that quoted.',
    });
    // Closed without a quote, the other can bring no award any more.
    expect((await consequences()).retailers).toEqual([
      expect.objectContaining({ invitations: 0, quotes: 1, awards: 1, orders: 0 }),
    ]);
    expect(unanswered.id).not.toBe(quoted.id);
  });

  it('tell numbers, and nothing of what is asked, offered or paid', async () => {
    const [retailer] = (await consequences()).retailers;
    expect(Object.keys(retailer ?? {}).sort()).toEqual([
      'awards',
      'invitations',
      'orders',
      'quotes',
      'retailer',
    ]);
  });

  it('are for the body that looks after the certificate, and nobody else', async () => {
    const stranger = { ...certificate.assurance, organisationId: scene.buyer.requester.organisationId };
    expect(await refusal(consequences(stranger))).toMatchObject({ code: 'not_found' });
    // Past the service, too.
    const rows = await context.asApp(scene.buyer.requester, 'select * from certificate_reliance($1)', [
      certificate.id,
    ]);
    expect(rows).toEqual([]);
  });
});
