import { Injectable } from '@nestjs/common';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Queues } from '../queue/queues.js';
import { FileStorage } from '../storage/file-storage.js';

export interface Readiness {
  ready: boolean;
  checks: { name: string; ok: boolean; detail: string | null }[];
}

/** Names of the migrations that this build knows, oldest first; provided by the application. */
export class KnownMigrations {
  constructor(readonly names: readonly string[]) {}
}

/** No request waits for the queue: while it is away the outbox keeps what was promised, and nobody is to be sent elsewhere. */
const tolerated = 'queue';

/** Whether this process can do its work: database, migrations, queue, storage. */
@Injectable()
export class ReadinessCheck {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly storage: FileStorage,
    private readonly known: KnownMigrations,
  ) {}

  async check(): Promise<Readiness> {
    const checks = await Promise.all([
      check('database', () => this.database.read(systemActor('readiness'), (tx) => tx.query('select 1'))),
      check('migrations', () => this.assertMigrated()),
      check('queue', () => this.queues.queue('maintenance').count()),
      check('storage', () => this.storage.probe()),
    ]);
    return { ready: checks.every((one) => one.ok || one.name === tolerated), checks };
  }

  /** @throws Error that names what is missing or unknown */
  async assertMigrated(): Promise<void> {
    const rows = await this.database.read(systemActor('readiness'), (tx) =>
      tx.query<{ name: string }>('select name from migration order by id'),
    );
    const applied = new Set(rows.map((row) => row.name));
    const pending = this.known.names.filter((name) => !applied.has(name));
    if (pending.length > 0) {
      throw new Error(`migrations pending: ${pending.join(', ')}`);
    }
  }
}

async function check(name: string, probe: () => Promise<unknown>): Promise<Readiness['checks'][number]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within 3 seconds')), 3_000);
  });
  try {
    await Promise.race([probe(), late]);
    return { name, ok: true, detail: null };
  } catch (error) {
    // To whoever watches the process, not to the world: no address, no credential is in these messages.
    return { name, ok: false, detail: name === 'migrations' ? (error as Error).message : 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
