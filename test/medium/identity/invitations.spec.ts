import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, enrol, everythingOfIdentity, newcomer, password, Visitor } from './visitor.js';

interface Invitation {
  id: string;
  email: string;
}
interface Opened {
  person: { id: string; name: string; email: string };
  organisation: { id: string; roles: string[] };
  csrfToken: string;
}

describe('an invitation', () => {
  let context: TestContext;
  let owner: Visitor;
  let organisationId: string;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: owner, organisationId } = await newcomer(context, 'retailer', ['owner']));
  });
  afterAll(() => context.close());

  const invite = async (email: string, roles = ['requester'], by = owner): Promise<Invitation> => {
    const answer = await by.send<Invitation>('POST', '/v1/account/invitations', { body: { email, roles } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  /** The token as the invited person finds it in their mail. */
  const mailed = async (email: string): Promise<string> => {
    await context.drain();
    const folder = path.join(context.dataDir, 'mail');
    for (const name of (await readdir(folder)).sort().reverse()) {
      const text = (await readFile(path.join(folder, name), 'utf8'))
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '=');
      const token = /\/invitation\/([A-Za-z0-9_-]{20,})/.exec(text)?.[1];
      if (token && text.includes(`To: ${email}`)) {
        return token;
      }
    }
    throw new Error(`No invitation was mailed to ${email}`);
  };
  const accept = (
    token: string,
    given: object = {},
    visitor = new Visitor(context.app),
  ): Promise<Answer<Opened>> =>
    visitor.send<Opened>('POST', `/v1/public/invitations/${token}/acceptance`, {
      body: { name: 'Joost de Wit', password, ...given },
    });
  const refused = async (work: () => Promise<Answer<unknown>>): Promise<[number, unknown]> => {
    const before = await everythingOfIdentity(context);
    const answer = await work();
    expect(answer.cookies).toEqual([]);
    expect(await everythingOfIdentity(context)).toEqual(before);
    return [answer.status, (answer.body as { code: unknown }).code];
  };

  it('comes by mail, shows what it is to, and brings its person in', async () => {
    await invite('joost@hearth.example', ['requester', 'finance']);
    const token = await mailed('joost@hearth.example');
    const shown = await new Visitor(context.app).send('GET', `/v1/public/invitations/${token}`);
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({ email: 'joost@hearth.example', roles: ['requester', 'finance'] });
    const { status, body } = await accept(token, { language: 'nl', timeZone: 'Europe/Amsterdam' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      person: { name: 'Joost de Wit', email: 'joost@hearth.example', language: 'nl' },
      organisation: { id: organisationId, roles: ['requester', 'finance'] },
    });
    const signIn = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email: 'joost@hearth.example', password },
    });
    expect(signIn.status).toBe(201);
    const recorded = await context.peek<{ action: string }>(
      `select action from audit_entry where organisation_id = $1 and action like 'member.%' order by seq`,
      [organisationId],
    );
    expect(recorded).toEqual([{ action: 'member.invited' }, { action: 'member.joined' }]);
  });

  it('keeps its token out of every table, answer and queue', async () => {
    const answer = await invite('quiet@hearth.example');
    const token = await mailed('quiet@hearth.example');
    expect(JSON.stringify(answer)).not.toContain(token);
    const list = await owner.send('GET', '/v1/account/invitations');
    expect(list.text).toContain('quiet@hearth.example');
    expect(list.text).not.toContain(token);
    const everything = await context.peek(
      `select (select string_agg(i::text, '') from member_invitation i) as a, (select string_agg(m::text, '') from message m) as b,
              (select string_agg(o::text, '') from outbox_message o) as c, (select string_agg(e::text, '') from audit_entry e) as d`,
    );
    expect(JSON.stringify(everything)).not.toContain(token);
  });

  it('is good once', async () => {
    await invite('once@hearth.example');
    const token = await mailed('once@hearth.example');
    expect((await accept(token)).status).toBe(201);
    expect(await refused(() => accept(token))).toEqual([404, 'invitation_invalid']);
    expect(
      await refused(() => new Visitor(context.app).send('GET', `/v1/public/invitations/${token}`)),
    ).toEqual([404, 'invitation_invalid']);
  });

  it('is good once also when it is taken up twice at the same moment', async () => {
    await invite('twice@hearth.example');
    const token = await mailed('twice@hearth.example');
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404, 404]);
    const people = await context.peek('select id from person where email = $1', ['twice@hearth.example']);
    expect(people).toHaveLength(1);
  });

  it('ends after fourteen days', async () => {
    const invitation = await invite('late@hearth.example');
    const token = await mailed('late@hearth.example');
    await context.peek(`update member_invitation set expires_at = weftway_now() where id = $1`, [
      invitation.id,
    ]);
    expect(await refused(() => accept(token))).toEqual([404, 'invitation_invalid']);
    const [row] = await context.peek<{ days: number }>(
      `select round(extract(epoch from expires_at - invited_at) / 86400)::int as days
         from member_invitation where email = 'quiet@hearth.example'`,
    );
    expect(row?.days).toBe(14);
  });

  it('can be taken back, once, by its own organisation', async () => {
    const invitation = await invite('back@hearth.example');
    const token = await mailed('back@hearth.example');
    const stranger = await newcomer(context, 'retailer', ['owner']);
    const at = `/v1/account/invitations/${invitation.id}`;
    expect(await refused(() => stranger.visitor.send('DELETE', at))).toEqual([404, 'not_found']);
    expect((await owner.send('DELETE', at)).status).toBe(204);
    expect(await refused(() => accept(token))).toEqual([404, 'invitation_invalid']);
    expect(await refused(() => owner.send('DELETE', at))).toEqual([404, 'not_found']);
  });

  it.each(['x'.repeat(43), 'short', '%00', encodeURIComponent("' or true --")])(
    'is not “%s”',
    async (token) => {
      const [status, code] = await refused(() => accept(token));
      expect([404, 422]).toContain(status);
      expect(['invitation_invalid', 'not_found', 'invalid_input']).toContain(code);
    },
  );

  it('is for the address it was sent to: no other can be given', async () => {
    await invite('right@hearth.example');
    const token = await mailed('right@hearth.example');
    expect(await refused(() => accept(token, { email: 'other@evil.example' }))).toEqual([
      422,
      'invalid_input',
    ]);
    expect((await accept(token)).body.person.email).toBe('right@hearth.example');
  });

  it('asks someone with an account for that account’s password, whoever is signed in', async () => {
    const victim = await enrol(context, 'cooperative', ['manager']);
    const thief = await newcomer(context, 'retailer', ['owner']);
    await context.peek(
      `update credential set password_hash = (select password_hash from credential where person_id = $2)
      where person_id = $1`,
      [thief.personId, thief.personId],
    );
    await invite(victim.email);
    const token = await mailed(victim.email);
    for (const visitor of [thief.visitor, new Visitor(context.app)]) {
      const wrong = (): Promise<Answer<Opened>> =>
        accept(token, { password: 'the password of the thief' }, visitor);
      expect(await refused(wrong)).toEqual([401, 'credentials_wrong']);
    }
    // With it, they join and keep their name.
    const { status, body } = await accept(token, { name: 'Another name' });
    expect(status).toBe(201);
    expect(body.person).toMatchObject({ id: victim.personId, name: 'Amina Wanjiru' });
  });

  it('cannot be used to guess that password without end', async () => {
    const victim = await enrol(context, 'cooperative', ['manager']);
    await invite(victim.email);
    const token = await mailed(victim.email);
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      statuses.push((await accept(token, { password: `guess number ${tried}` })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it.each([
    ['too short', 'short'],
    ['what many use', 'password12345'],
    ['a repetition', 'aaaaaaaaaaaaaa'],
    ['one’s own name', 'Joost de Wit joost'],
  ])('refuses a password that is %s', async (_what, given) => {
    const email = `weak-${given.length}@hearth.example`;
    await invite(email);
    const token = await mailed(email);
    const before = await everythingOfIdentity(context);
    const answer = await accept(token, { password: given });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/password' }] });
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('brings back who had left, and adds roles to who is there', async () => {
    const colleague = await newcomer(context, 'retailer', ['requester'], organisationId);
    await invite(colleague.email, ['approver']);
    await accept(await mailed(colleague.email));
    const roles = async (): Promise<unknown> =>
      (
        await context.peek<{ roles: string[] }>(
          'select array(select unnest(roles) order by 1) as roles from member where person_id = $1 and left_at is null',
          [colleague.personId],
        )
      )[0]?.roles;
    expect(await roles()).toEqual(['approver', 'requester']);
  });
});
