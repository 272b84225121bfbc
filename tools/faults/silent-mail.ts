import path from 'node:path';
import { until } from '../scenario/http-client.js';
import { Random } from '../seed/random.js';
import { confirm, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { MailServer, mailTroubles } from './mail-server.js';
import { allReady } from './papers.js';
import { idle, passTime } from './queue-time.js';
import { moveClock, type Running, startRunning, temporaryFolder } from './running.js';

export interface SilentMailOptions extends RowOptions {
  /** Into how many parts the hour falls, each with a trouble of its own; an award is confirmed in each while there are some left. */
  troubles: number;
  drafting: Drafting;
}

const hourMs = 3_600_000;
/** The longest wait between two tries at a mail, and a little. */
const longestWaitMs = 11 * 60_000;

interface Written {
  id: string;
  email: string;
  sent: boolean;
}

/** Row 6: the mail server fails in every way for an hour of the clock while messages are written; then it is back. */
export async function silentMail(options: SilentMailOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  const { folder, clear } = await temporaryFolder();
  const mail = new MailServer(path.join(folder, 'mail'));
  try {
    await mail.open();
    const running = await startRunning(folder, { TEST_FSYNC: 'off', SMTP_URL: mail.url, ...options.env });
    try {
      await failForAnHour(running, mail, findings, options);
    } finally {
      await running.stop();
    }
  } finally {
    await mail.close();
    await clear();
  }
  return findings;
}

async function failForAnHour(
  running: Running,
  mail: MailServer,
  findings: Findings,
  options: SilentMailOptions,
): Promise<void> {
  const random = new Random(options.seed).fork('silent mail');
  const drafted = await draftAwards(running, options.drafting);
  await until('the mails before the trouble', async () => ((await unsent(running)) === 0 ? true : null));
  const before = mail.received.length;

  const waiting = [...drafted];
  const partMs = Math.ceil(hourMs / options.troubles);
  for (let part = 0; part < options.troubles; part += 1) {
    const trouble = mailTroubles[part] ?? random.pick(mailTroubles);
    await mail.give(trouble);
    const award = waiting.shift();
    if (award) {
      await confirm(running.people.buyer, award);
      await allReady(running, 60);
    }
    const minutes = Math.round((part * partMs) / 60_000);
    findings.fault(`${minutes} minutes into the hour: ${trouble}, ${await settled(running)} mails wait`);
    await letPass(running, partMs);
  }
  findings.expect(waiting.length === 0, `${waiting.length} awards were not confirmed within the hour`);
  findings.expect(mail.received.length === before, 'a mail was taken while the server was in trouble');
  findings.expect(mail.refusals > 0, 'no mail was tried: the row tried nothing');
  const alive = await fetch(`${running.instance.url}/v1/public/health/ready`);
  findings.expect(alive.ok, 'the api is not ready while the mail server is away');

  await mail.give(null);
  await settled(running);
  await letPass(running, longestWaitMs);
  await settled(running);
  await judge(running, mail, findings);
}

async function letPass(running: Running, ms: number): Promise<void> {
  await moveClock(running, `${ms} milliseconds`);
  await passTime(running, 'messages', ms);
}

/** Waits until every mail that can be tried now was tried. @returns how many mails are still to be sent */
async function settled(running: Running): Promise<number> {
  await until('the tries at mail', async () => {
    const [{ busy } = { busy: 1 }] = await running.peek<{ busy: number }>(
      `select (select count(*) from outbox_message m where m.relayed_at is null and m.type <> 'request.deadline')::int as busy`,
    );
    return busy === 0 ? true : null;
  });
  await idle(running, 'messages');
  return unsent(running);
}

async function unsent(running: Running): Promise<number> {
  const [{ open } = { open: 0 }] = await running.peek<{ open: number }>(
    'select count(*)::int as open from message where sent_at is null',
  );
  return open;
}

async function judge(running: Running, mail: MailServer, findings: Findings): Promise<void> {
  const written = await running.peek<Written>(
    'select id, lower(email::text) as email, sent_at is not null as sent from message order by created_at, id',
  );
  const times = new Map<string, number>();
  for (const { messageId } of mail.received) {
    times.set(messageId, (times.get(messageId) ?? 0) + 1);
  }
  for (const { id, email } of written) {
    const count = times.get(id) ?? 0;
    if (count === 0) {
      findings.lost.push(`message ${id} to ${email} never arrived`);
    } else if (count > 1) {
      findings.doubled.push(`message ${id} to ${email} arrived ${count} times`);
    }
  }
  for (const address of new Set(written.map(({ email }) => email))) {
    const inOrder = written.filter(({ email }) => email === address).map(({ id }) => id);
    const arrived = mail.received.filter(({ to }) => to === address).map(({ messageId }) => messageId);
    findings.expect(
      arrived.join() === inOrder.filter((id) => times.has(id)).join(),
      `mail to ${address} arrived in another order than it was written`,
    );
  }
  const dead = await running.peek('select from outbox_delivery where failed_at is not null');
  findings.expect(dead.length === 0, `${dead.length} deliveries were given up`);
  findings.figure(
    `${written.length} messages to ${new Set(written.map(({ email }) => email)).size} addresses, ${mail.received.length} mails taken, ${mail.refusals} tries refused`,
  );
}
