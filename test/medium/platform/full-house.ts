import { v7 as uuidv7 } from 'uuid';
import { ConflictService } from '#compliance';
import { CooperativeProfileService, ProductService } from '#directory';
import type { TestContext } from '../../support/context.js';
import { certifying, gather } from '../compliance/certifying.js';
import { addPasskey, passwordStep, setUpTotp } from '../identity/factors.js';
import { newcomer } from '../identity/visitor.js';
import { prepareAwards } from '../ordering/awarding.js';

/**
 * Rows in every table, as the application makes them: an award on its way to orders, a certificate, keys, mail, second factors, a
 * failed sign-in.
 */
export async function fillEveryTable(context: TestContext): Promise<void> {
  const awarding = await prepareAwards(context);
  await awarding.issued();

  const cast = await gather(context);
  const taken = certifying(context, cast);
  await taken.granted();
  const { id } = await taken.inReview();
  await taken.reviews.note(cast.officer, id, [
    { criterionCode: '1', verdict: 'not_met', note: 'No records' },
  ]);
  const conflicts = context.get(ConflictService);
  await conflicts.declare(cast.officer, {
    cooperativeId: cast.cooperativeId,
    reason: 'A cousin weaves there',
  });
  await context.get(CooperativeProfileService).put(cast.manager, null, {
    place: 'Machakos',
    makers: 3,
    makersWomen: 3,
    languages: [],
    story: '',
    // Not shown: then it is nobody else's to see.
    published: false,
    crafts: [{ craftCode: 'basketry', piecesPerMonth: '10' }],
  });
  await context.get(ProductService).create(cast.maker, {
    name: 'Sisal basket',
    description: 'Hand woven',
    craftCode: 'basketry',
    unitCode: 'C62',
    priceFrom: '8.4',
    currency: 'EUR',
    minimumQuantity: '50',
    published: false,
  });

  const { visitor, email } = await newcomer(context, 'retailer', ['owner']);
  await visitor.send('POST', '/v1/account/invitations', {
    body: { email: 'guest@kiondo.example', roles: ['finance'] },
    headers: { 'idempotency-key': uuidv7() },
  });
  await visitor.send('POST', '/v1/account/api-keys', { body: { name: 'Import', scopes: ['requests.read'] } });
  await visitor.send('POST', '/v1/public/sessions', { body: { email, password: 'not the password' } });
  await addPasskey(visitor);
  await setUpTotp(visitor);
  await passwordStep(context, email);
  await visitor.send('POST', '/v1/public/password-resets', { body: { email } });
  await context.drain();
  await context.peek(
    `insert into outbox_delivery (message_id, handler, queue) select id, 'test', 'maintenance' from outbox_message limit 1`,
  );
}
