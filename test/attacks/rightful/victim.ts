import type { Answer } from '../../medium/identity/visitor.js';
import { kindOfRole, type Role, type Someone, type World } from '../world.js';

/** A file in a form of one part. */
export interface Form {
  name: string;
  bytes: Buffer;
}

/** One call that is answered to whom it is due, and to nobody else. */
export interface Victim {
  /** Whose call it is; null is anyone without signing in. */
  by: Someone | null;
  /** What stands in the places of the path. */
  params: Readonly<Record<string, string>>;
  version?: number;
  body?: unknown;
  form?: Form;
}

/** Finds, or makes, what a route is due for, in the state that it begins from. */
export type Finding = (world: World) => Promise<Victim>;

type Row = Record<string, string | number | null>;

/** The first row of a statement: `owner` is the organisation whose it is, `version` its version, the rest places of the path. */
export function found(
  role: Role,
  sql: string,
  more: (row: Row, world: World, by: Someone) => Promise<Partial<Victim>> | Partial<Victim> = () => ({}),
): Finding {
  return async (world) => {
    // Strangers make records of their own while they try.
    const [row] = await world.context.peek<Row>(
      `select * from (${sql}) found where owner <> all($1::uuid[]) limit 1`,
      [Object.values(world.rivals)],
    );
    if (!row) {
      throw new Error(`Nothing is there to ask for: ${sql}`);
    }
    const { owner, version, ...params } = row;
    const by = await world.as(role, String(owner));
    return {
      by,
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
      ...(typeof version === 'number' && { version }),
      ...(await more(row, world, by)),
    };
  };
}

/** What names no record: whoever has the role is answered for their own organisation. */
export function own(
  role: Role,
  more: (world: World, by: Someone) => Promise<Partial<Victim>> | Partial<Victim> = () => ({}),
): Finding {
  return async (world) => {
    const by = await world.as(role, world.victims[kindOfRole[role]]);
    return { by, params: {}, ...(await more(world, by)) };
  };
}

/** For anyone. */
export function open(
  more: (world: World) => Promise<Partial<Victim>> | Partial<Victim> = () => ({}),
): Finding {
  return async (world) => ({ by: null, params: {}, ...(await more(world)) });
}

/** An answer that the preparation of a victim cannot do without. */
export async function needed<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, body, text } = await answer;
  if (status >= 300) {
    throw new Error(`The preparation was refused with ${status}: ${text}`);
  }
  return body;
}

/** The version of what is there for someone now. */
export async function versionAt({ visitor }: Someone, path: string): Promise<number> {
  return (await needed(visitor.send<{ version: number }>('GET', path))).version;
}

/** A form of one file, as a browser sends it. */
export function multipart(file: Form): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'a-boundary-that-is-in-no-file';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
