import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberService } from '#identity';
import { MailJobs, MessageService } from '#notifications';
import { OrderingService, PurchaseOrderService } from '#ordering';
import { Database, Handlers, type PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Awarding, deliveryOf, prepareAwards } from '../ordering/awarding.js';

interface MessageRow {
  id: string;
  kind: string;
  email: string;
  subject: string;
  body: string;
  person_id: string | null;
  organisation_id: string | null;
  sent_at: Date | null;
}

describe('messages', () => {
  let context: TestContext;
  let by: Awarding;
  beforeAll(async () => {
    context = await openTestContext();
    by = await prepareAwards(context);
  });
  afterAll(() => context.close());

  const mailFolder = (): string => path.join(context.dataDir, 'mail');
  const mails = async (): Promise<string[]> => (await readdir(mailFolder()).catch(() => [])).sort();
  /** A mail's text without the line breaks of quoted-printable. */
  const mailOf = async (messageId: string): Promise<string> => {
    const name = (await mails()).find((one) => one.endsWith(`-${messageId}.eml`));
    const text = await readFile(path.join(mailFolder(), name ?? 'none'), 'utf8');
    return text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  };
  const written = (kind: string): Promise<MessageRow[]> =>
    context.peek<MessageRow>('select * from message where kind = $1 order by created_at, email', [kind]);
  const handle = async (
    handler: string,
    type: string,
    payload: Record<string, string | null>,
  ): Promise<() => Promise<void>> => {
    const found = context.job(Handlers).named(handler);
    const delivery = deliveryOf(type, payload);
    return async () => {
      if (!found) {
        throw new Error(`There is no handler ${handler}`);
      }
      await found.handle(delivery);
    };
  };

  it('are written once and sent once, however often the queue delivers', async () => {
    const { weavers: orderId } = await by.issued();
    const again = await handle('write-message.order.issued', 'order.issued', { orderId });
    await again();
    await again();
    await Promise.all([again(), again()]);
    const mine = (await written('order.issued')).filter((row) => row.body.includes(orderId));
    expect(mine).toMatchObject([
      {
        person_id: by.weavers.personId,
        organisation_id: by.weavers.organisationId,
        sent_at: null,
        email: `person-${by.weavers.personId}@example.org`,
      },
    ]);
    const messageId = mine[0]?.id ?? '';
    const promised = await context.peek(
      `select id from outbox_message where type = 'message.send' and payload->>'messageId' = $1`,
      [messageId],
    );
    expect(promised).toHaveLength(1);

    const send = await handle('send-mail', 'message.send', { messageId, invitationId: null });
    await send();
    const mail = await mailOf(messageId);
    expect(mail).toContain(`Message-ID: <${messageId}@127.0.0.1>`);
    expect(mail).toContain(`/cooperative/orders/${orderId}`);
    const [sent] = await context.peek<MessageRow>('select * from message where id = $1', [messageId]);
    expect(sent?.sent_at).toBeInstanceOf(Date);

    // Killed between sending and noting it: the same mail again, under the same name.
    const folder = await mails();
    await context.peek('update message set sent_at = null where id = $1', [messageId]);
    await send();
    expect(await mails()).toEqual(folder);
    expect(await mailOf(messageId)).toBe(mail);
    // Sent already: nothing.
    const [first] = await context.peek<MessageRow>('select * from message where id = $1', [messageId]);
    await context.job(MailJobs).send(deliveryOf('message.send', { messageId, invitationId: null }));
    expect(
      (await context.peek<MessageRow>('select * from message where id = $1', [messageId]))[0]?.sent_at,
    ).toEqual(first?.sent_at);
  });

  it('carry the link of an invitation only in the mail itself', async () => {
    const invitation = await context
      .get(MemberService)
      .invite(by.scene.buyer.owner, { email: 'new@hearth.example.org', roles: ['requester'] });
    await context.drain();
    const [message] = await written('member.invited');
    expect(message).toMatchObject({
      email: 'new@hearth.example.org',
      person_id: null,
      organisation_id: null,
    });
    const link = /http:\/\/127\.0\.0\.1:3000\/invitation\/([A-Za-z0-9_-]{20,})/.exec(
      await mailOf(message?.id ?? ''),
    );
    expect(link).not.toBeNull();
    const token = link?.[1] ?? '';
    const everything = await context.peek<{ everything: string }>(
      `select (select string_agg(m::text, '') from message m) || (select string_agg(o::text, '') from outbox_message o) as everything`,
    );
    expect(everything[0]?.everything).not.toContain(token);
    const found = await context.app.inject(`/v1/public/invitations/${token}`);
    expect(found.json()).toMatchObject({ email: 'new@hearth.example.org', organisation: 'Hearth and Hall' });

    // Revoked before its mail was written: none is.
    await context.get(MemberService).revokeInvitation(by.scene.buyer.owner, invitation.id);
    await (
      await handle('write-message.member.invited', 'member.invited', { invitationId: invitation.id })
    )();
    expect(await written('member.invited')).toHaveLength(1);
  });

  it('tell everyone who is concerned along an order’s way, and nobody a price', async () => {
    await context.drain();
    await context.peek('delete from message');
    const award = await by.draftedOne();
    await context.drain();
    const { orders } = await context
      .get(OrderingService)
      .confirmAward(by.scene.buyer.requester, award.id, award.version);
    await context.drain();
    const [plaited, woven] = orders;
    await context.get(PurchaseOrderService).accept(by.weavers, woven?.id ?? '', 1);
    await context.get(PurchaseOrderService).reject(by.plaiters, plaited?.id ?? '', 1, 'The loom broke');
    await context
      .get(PurchaseOrderService)
      .cancel(by.scene.buyer.owner, woven?.id ?? '', 2, 'The shop closes');
    await context.drain();
    const rows = await context.peek<MessageRow>('select * from message order by kind, email');
    const { requester, owner } = by.scene.buyer;
    const readers = (kind: string): (string | null)[] =>
      rows
        .filter((row) => row.kind === kind)
        .map((row) => row.person_id)
        .sort();
    const sorted = (...people: PersonActor[]): string[] => people.map((one) => one.personId).sort();
    expect(readers('quote.submitted')).toEqual(sorted(by.weavers, by.plaiters));
    expect(readers('quote.received')).toEqual(sorted(requester, requester, owner, owner));
    expect(readers('order.issued')).toEqual(sorted(by.weavers, by.plaiters));
    expect(readers('order.documents_ready')).toEqual(
      sorted(by.weavers, by.plaiters, requester, requester, owner, owner),
    );
    expect(readers('order.accepted')).toEqual(sorted(requester, owner));
    expect(readers('order.rejected')).toEqual(sorted(requester, owner));
    expect(readers('order.cancelled')).toEqual(sorted(by.weavers));
    expect(rows.find((row) => row.kind === 'order.rejected')?.body).toContain('The loom broke');
    for (const row of rows) {
      expect(row.subject).toMatch(/^[^\n]{5,200}$/);
      expect(`${row.subject} ${row.body}`).not.toMatch(/5\.20|4\.75|1425|1120|EUR|USD|undefined|null/);
      expect(row.sent_at).toBeInstanceOf(Date);
    }
    const folder = (await mails()).join(' ');
    expect(rows.filter((row) => !folder.includes(row.id))).toEqual([]);
  });

  it('are read by their own reader alone, for the organisation acted for, page by page', async () => {
    const messages = context.get(MessageService);
    const all = (await messages.list(by.weavers, { limit: 100 })).items;
    expect(all.length).toBeGreaterThan(2);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await messages.list(by.weavers, { limit: 2, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.items.map((message) => message.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.map((message) => message.id));

    const elsewhere = await context.organisation('cooperative');
    const acting = await context.member(elsewhere, 'cooperative', ['manager'], by.weavers.personId);
    expect((await messages.list(acting, {})).items).toEqual([]);
    const colleague = await context.member(by.weavers.organisationId, 'cooperative', ['manager']);
    expect((await messages.list(colleague, {})).items).toEqual([]);
    expect(await context.asApp(colleague, 'select id from message')).toEqual([]);
    expect(await context.asApp(null, 'select id from message')).toEqual([]);
    await expect(
      context
        .get(Database)
        .inTransaction(colleague, (tx) => tx.execute(`update message set subject = 'Mine'`)),
    ).resolves.toBe(0);
  });
});
