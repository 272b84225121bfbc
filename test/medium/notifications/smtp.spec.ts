import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { MemberService } from '#identity';
import { MailJobs } from '#notifications';
import { PermanentFailure } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

interface Received {
  from: string;
  to: string[];
  text: string;
}

describe('mail by SMTP', () => {
  let context: TestContext;
  let server: SMTPServer;
  let down = false;
  let refusedId = '';
  const received: Received[] = [];
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (down) {
            done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
            return;
          }
          const text = Buffer.concat(chunks).toString('utf8');
          if (refusedId && text.includes(refusedId)) {
            done(Object.assign(new Error('Not here'), { responseCode: 554 }));
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map((one) => one.address),
            text,
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    context = await openTestContext({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Weftway <hello@weftway.example>',
    });
  });
  afterAll(async () => {
    await context.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const invite = async (email: string): Promise<void> => {
    const organisationId = await context.organisation('retailer', { name: 'Hearth & Hall' });
    const owner = await context.member(organisationId, 'retailer', ['owner']);
    await context.get(MemberService).invite(owner, { email, roles: ['requester'] });
  };
  const to = (email: string): Received[] => received.filter((mail) => mail.to.includes(email));

  interface Written {
    id: string;
    invitation: string;
  }
  const writtenTo = (email: string): Promise<Written[]> =>
    context.peek(
      `select m.id, o.payload->>'invitationId' as invitation from message m join outbox_message o on o.id = m.id
        where m.email = $1 order by m.created_at, m.id`,
      [email],
    );
  const idsTo = (email: string): (string | undefined)[] =>
    to(email).map((mail) => /^Message-ID: <([^@]+)@/m.exec(mail.text)?.[1]);
  /** As the queue delivers it. */
  const send = async (message: Written | undefined): Promise<void> =>
    context.job(MailJobs).send({
      messageId: message?.id ?? '',
      type: 'message.send',
      payload: { messageId: message?.id ?? '', invitationId: message?.invitation ?? null },
      attempt: 2,
      last: false,
    });

  it('reaches the server with sender, subject and a link, and is marked as sent', async () => {
    await invite('sanne@hearth.example');
    await context.drain();
    const [mail] = to('sanne@hearth.example');
    expect(to('sanne@hearth.example')).toHaveLength(1);
    expect(mail?.from).toBe('hello@weftway.example');
    expect(mail?.text).toMatch(/^Subject: .*Hearth & Hall/m);
    expect(mail?.text.replace(/=\r?\n/g, '')).toMatch(/http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{20,}/);
    expect(
      await context.peek(`select id from message where email = 'sanne@hearth.example' and sent_at is null`),
    ).toEqual([]);
  });

  it('is sent once the server takes it, when it was down for a while', async () => {
    down = true;
    await invite('late@hearth.example');
    await context.drain({ tolerateFailures: true });
    expect(to('late@hearth.example')).toEqual([]);
    const unsent = `select id from message where email = 'late@hearth.example' and sent_at is null`;
    expect(await context.peek(unsent)).toHaveLength(1);
    down = false;
    await context.peek(`update outbox_message set relayed_at = null where type = 'message.send'`);
    await context.drain();
    expect(to('late@hearth.example')).toHaveLength(1);
    expect(to('sanne@hearth.example')).toHaveLength(1);
    expect(await context.peek(unsent)).toEqual([]);
  });

  it('leaves in the order in which it was written, whichever of them is tried first', async () => {
    down = true;
    await invite('ordered@hearth.example');
    await invite('ordered@hearth.example');
    await invite('ordered@hearth.example');
    await context.drain({ tolerateFailures: true });
    down = false;
    const written = await writtenTo('ordered@hearth.example');
    const [first, second, third] = written;
    expect(written).toHaveLength(3);
    await send(second);
    await Promise.all([send(third), send(first), send(second)]);
    expect(idsTo('ordered@hearth.example')).toEqual(written.map(({ id }) => id));
    // Each with the link of its own invitation, also where it was taken along.
    const links = to('ordered@hearth.example').map(
      (mail) => /\/invitation\/([\w-]{20,})/.exec(mail.text.replace(/=\r?\n/g, ''))?.[1],
    );
    expect(new Set(links).size).toBe(3);
  });

  it('is given up at once where the server refuses it for good, and holds up nobody', async () => {
    down = true;
    await invite('choosy@hearth.example');
    await invite('choosy@hearth.example');
    await context.drain({ tolerateFailures: true });
    down = false;
    const [first, second] = await writtenTo('choosy@hearth.example');
    refusedId = first?.id ?? '';
    await send(second);
    expect(idsTo('choosy@hearth.example')).toEqual([second?.id]);
    await expect(send(first)).rejects.toBeInstanceOf(PermanentFailure);
    // The settings are wrong, not the mail: that is mended, and then it leaves.
    down = true;
    refusedId = '';
    await expect(send(first)).rejects.not.toBeInstanceOf(PermanentFailure);
    down = false;
    await send(first);
    expect(idsTo('choosy@hearth.example')).toEqual([second?.id, first?.id]);
  });
});
