import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { MemberService } from '#identity';
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
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map((one) => one.address),
            text: Buffer.concat(chunks).toString('utf8'),
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
});
