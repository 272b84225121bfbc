import { execFile } from 'node:child_process';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type HttpClient, UnexpectedAnswer, until } from '../scenario/http-client.js';
import { confirm, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken } from './papers.js';
import { type Running, withRunning } from './running.js';

export interface FullDiskOptions extends RowOptions {
  drafting: Drafting;
}

/** A way to make that files cannot be written, and to mend it. */
interface Trouble {
  name: string;
  begin: () => Promise<void>;
  end: () => Promise<void>;
}

const run = promisify(execFile);

/** Row 5: no file can be written while documents are made: failed is shown, tried again, then ready; the api lives on. */
export async function fullDisk(options: FullDiskOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  await withRunning(options.env ?? {}, async (running) => {
    const files = path.join(running.dataDir, 'files');
    await mkdir(files, { recursive: true });
    const troubles = await troublesFor(files, findings);
    const drafted = await draftAwards(running, {
      ...options.drafting,
      awards: options.drafting.awards * troubles.length,
    });
    for (const trouble of troubles) {
      const mine = drafted.splice(0, options.drafting.awards);
      findings.fault(`${trouble.name} while ${mine.length * options.drafting.ordersEach} orders are issued`);
      await trouble.begin();
      try {
        for (const award of mine) {
          await confirm(running.people.buyer, award);
        }
        await whileBroken(running, findings, trouble);
      } finally {
        await trouble.end();
      }
      const readyAgain = await until('the api again', async () => {
        const answer = await fetch(`${running.instance.url}/v1/public/health/ready`);
        return answer.ok ? answer : null;
      });
      findings.expect(readyAgain.ok, 'the api is not ready once files can be written');
      await allReady(running, 90);
    }
    findings.take({ lost: await promisesBroken(running, 60), doubled: [] });
    findings.take(await papersWrong(running));
    const book = await orderBook(running, options.drafting.ordersEach);
    findings.take({ lost: [], doubled: [], broken: book.broken });
    const [{ failures } = { failures: 0 }] = await running.peek<{ failures: number }>(
      `select count(*)::int as failures from audit_entry where action = 'order_document.failed'`,
    );
    findings.figure(`${book.orders} orders, ${failures} documents failed first and are ready now`);
    findings.expect(failures > 0, 'no document failed: the row tried nothing');
  });
  return findings;
}

/** What a buyer sees meanwhile: the order as issued, its documents as failed; reads and writes without files go on. */
async function whileBroken(running: Running, findings: Findings, trouble: Trouble): Promise<void> {
  const { buyer } = running.people;
  const failed = await until('a document that failed', async () => {
    const [row] = await running.peek<{ order_id: string }>(
      `select order_id from order_document where state = 'failed' limit 1`,
    );
    return row ?? null;
  });
  const shown = await buyer.get<{ state: string; documents: { state: string }[] }>(
    `/v1/buyer/orders/${failed.order_id}`,
  );
  findings.expect(
    shown.body.state === 'issued' && shown.body.documents.some((one) => one.state === 'failed'),
    `${trouble.name}: the order does not show that its documents failed`,
  );
  findings.expect(
    (await codeOf(buyer, `/v1/buyer/orders/${failed.order_id}/documents/pdf`)) === 'document_failed',
    `${trouble.name}: the paper that failed is not told as failed`,
  );
  const live = await fetch(`${running.instance.url}/v1/public/health/live`);
  findings.expect(live.ok, `${trouble.name}: the api does not live`);
  const ready = await fetch(`${running.instance.url}/v1/public/health/ready`);
  const { checks } = (await ready.json()) as { checks: { name: string; ok: boolean }[] };
  findings.expect(
    ready.status === 503 && checks.some((one) => one.name === 'storage' && !one.ok),
    `${trouble.name}: readiness does not name the storage`,
  );
  const upload = await running.people.cooperatives[0]?.manager
    .upload('/v1/cooperative/photos', { name: 'photo.png', bytes: onePixel })
    .then(
      () => 'taken',
      (error: unknown) => (error instanceof UnexpectedAnswer ? error : Promise.reject(error)),
    );
  const { code } = (upload instanceof UnexpectedAnswer ? upload.body : {}) as { code?: string };
  findings.expect(
    upload instanceof UnexpectedAnswer &&
      code !== undefined &&
      !JSON.stringify(upload.body).includes(running.dataDir),
    `${trouble.name}: an upload was not refused by a problem document without paths: ${String(upload)}`,
  );
  await buyer.get('/v1/buyer/orders');
}

async function codeOf(client: HttpClient, at: string): Promise<string> {
  return client.get(at).then(
    () => 'none',
    (error: unknown) =>
      error instanceof UnexpectedAnswer ? String((error.body as { code?: unknown }).code) : String(error),
  );
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A disk that is full where one may be mounted, a folder that may not be written where that means something, a folder that is none. */
async function troublesFor(files: string, findings: Findings): Promise<Trouble[]> {
  const troubles: Trouble[] = [notAFolder(files)];
  if (process.getuid?.() === 0) {
    if (await mayMount(path.dirname(files))) {
      troubles.unshift(smallDisk(files));
    } else {
      findings.skip('a full disk needs the right to mount a small tmpfs');
    }
  } else {
    findings.skip('a full disk needs root, to mount a small tmpfs');
    troubles.unshift({
      name: 'a folder that may not be written',
      begin: () => chmod(files, 0o555),
      end: () => chmod(files, 0o755),
    });
  }
  return troubles;
}

async function mayMount(beside: string): Promise<boolean> {
  const probe = path.join(beside, 'may-mount');
  await mkdir(probe);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]);
    await run('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { recursive: true });
  }
}

/** A real ENOSPC: a disk of 64 kB over the folder, nearly full from the beginning. */
function smallDisk(files: string): Trouble {
  return {
    name: 'a full disk',
    begin: async () => {
      await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', files]);
      await writeFile(path.join(files, 'filling'), Buffer.alloc(64_000 - 2_000)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') {
          throw error;
        }
      });
    },
    end: async () => {
      await run('umount', [files]);
    },
  };
}

function notAFolder(files: string): Trouble {
  return {
    name: 'a file in the place of the folder',
    begin: async () => {
      await rename(files, `${files}-away`);
      await writeFile(files, 'in the way');
    },
    end: async () => {
      await rm(files);
      await rename(`${files}-away`, files);
    },
  };
}
