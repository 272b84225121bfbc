import { open } from 'node:fs/promises';
import pg from 'pg';

/** A node of a plan, as PostgreSQL writes it in JSON; rows are of one loop. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

export interface Explained {
  /** Of the connection: empty for the api's pool. */
  application: string;
  milliseconds: number;
  sql: string;
  plan: PlanNode;
}

/**
 * Lets the server write the plan of every statement of the serving role into its log, also of those inside functions and triggers,
 * from the next connection on. A superuser's doing, on a database that is thrown away.
 */
export async function explainRole(client: pg.Client, role: string): Promise<void> {
  const settings: Record<string, string> = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_format': 'json',
  };
  await client.query(`load 'auto_explain'`);
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`alter role ${role} set ${name} = '${value}'`);
  }
  await client.query(`alter system set log_line_prefix = '%a|%p|'`);
  await client.query('select pg_reload_conf()');
}

/** Reads what the server wrote between two marks. */
export class PlanLog {
  private offset = 0;
  private marks = 0;

  constructor(
    private readonly file: string,
    private readonly client: pg.Client,
  ) {}

  /**
   * @returns the plans of statements that ended since the last call
   * @throws Error when the mark does not appear within 30 seconds
   */
  async sinceLast(): Promise<Explained[]> {
    this.marks += 1;
    const mark = `end of plans ${process.pid}-${this.marks}.`;
    await this.client.query(`do $$ begin raise log '${mark}'; end $$`);
    let text = '';
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      text += await this.read();
      const at = text.indexOf(mark);
      if (at >= 0) {
        return parse(text);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('The server does not write its log');
  }

  private async read(): Promise<string> {
    const file = await open(this.file, 'r');
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(size - this.offset);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, this.offset);
      this.offset += bytesRead;
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  }
}

function parse(text: string): Explained[] {
  const found: Explained[] = [];
  for (const entry of text.split(/^(?=[^\t\n|]*\|\d+\|)/m)) {
    const head = /^([^|]*)\|\d+\|LOG:\s+duration: ([\d.]+) ms\s+plan:\n/.exec(entry);
    if (!head) {
      continue;
    }
    const { 'Query Text': sql, Plan: plan } = JSON.parse(
      entry.slice(head[0].length).replace(/^\t/gm, ''),
    ) as {
      'Query Text': string;
      Plan: PlanNode;
    };
    found.push({ application: head[1] ?? '', milliseconds: Number(head[2]), sql, plan });
  }
  return found;
}
