import { v7 as uuidv7 } from 'uuid';
import { shared } from './shared.js';
import type { Attacked } from './routes.js';
import type { Victim } from './rightful/victim.js';
import type { Document } from '../medium/platform/openapi-document.js';
import type { World } from './world.js';

/** A way to ask a reading route for what is somebody else's. */
export interface Question {
  path: string;
  /** Whether anything but a refusal would be wrong. */
  refused: boolean;
}

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
}

/** Ids of every table's rows that are nobody's but their organisation's, two of each. */
export async function privateIds({ context, rivals }: World): Promise<string[]> {
  const tables = await context.peek<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'
        and table_name in (select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace)
      order by 1`,
  );
  const open: Readonly<Record<string, string>> = {
    // Strangers may act for their own.
    organisation: `kind = 'retailer' and id <> '${rivals.retailer}'`,
    scheme: 'false',
    product: 'not published',
    stored_file: 'not exists (select from product where published and photo_file_id = t.id)',
  };
  const found = await Promise.all(
    tables.map(({ name }) =>
      context.peek<{ id: string }>(`select id from "${name}" t where ${open[name] ?? 'true'} limit 2`),
    ),
  );
  return found.flat().map((row) => row.id);
}

/** Other ids in every place of the path, and every parameter of the query with what is the victims'. */
export async function questionsOf(world: World, route: Attacked, victim: Victim): Promise<Question[]> {
  const places = [...route.pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const ids = await privateIds(world);
  const questions: Question[] = [];
  const path = (params: Readonly<Record<string, string>>): string =>
    route.pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  for (const place of places) {
    for (const id of ids) {
      questions.push({
        path: path({ ...victim.params, [place]: id }),
        refused: !(route.pattern in askedAboutAnything),
      });
    }
  }
  for (const { name, schema } of (route.operation.parameters ?? []).filter((one) => one.in === 'query')) {
    for (const value of await valuesOf(world, route, victim, name, schema as Schema)) {
      questions.push({
        path: `${path(victim.params)}?${name}=${encodeURIComponent(value)}`,
        refused: places.length > 0 && route.roles !== null && !(route.name in shared),
      });
    }
  }
  return questions;
}

/** What answers any word whether it knows it, since saying so is the service. */
const askedAboutAnything: Readonly<Record<string, string>> = {
  '/v1/public/certificates/{reference}': 'whether a certificate of that reference is valid',
  '/v1/public/verify/po/{token}': 'whether an order has that code',
  '/v1/public/verify/sha256/{hash}': 'whether a paper has that hash',
};

async function valuesOf(
  world: World,
  route: Attacked,
  victim: Victim,
  name: string,
  schema: Schema,
): Promise<string[]> {
  if (name === 'cursor') {
    return cursorsOf(route, victim);
  }
  if (schema.enum) {
    return schema.enum;
  }
  if (schema.format === 'uuid') {
    return [...(await privateIds(world)), ...Object.values(world.victims), uuidv7()];
  }
  if (schema.format === 'date' || schema.format === 'date-time') {
    return schema.format === 'date'
      ? ['2000-01-01', '2099-12-31']
      : ['2000-01-01T00:00:00Z', '2099-12-31T00:00:00Z'];
  }
  if (schema.type === 'integer') {
    return [String(schema.minimum ?? 0), String(schema.maximum ?? 1000)];
  }
  // Words that only the victims' records have.
  const words = await world.context.peek<{ word: string }>(
    `select reference as word from request union select reference from purchase_order union select reference from quote
     union select reference from certificate union select title from request union select email from person limit 12`,
  );
  return ['%', '', ...words.map((row) => row.word)];
}

/** The page after the victim's first: a cursor is no key to another's list. */
async function cursorsOf(route: Attacked, victim: Victim): Promise<string[]> {
  if (!victim.by || route.pattern.includes('{')) {
    return [];
  }
  const { body } = await victim.by.visitor.send<{ nextCursor?: string | null } | null>(
    'GET',
    `${route.pattern}?limit=1`,
  );
  return body?.nextCursor ? [body.nextCursor] : [];
}

/** The rightful body with another's id in each of its places for one. */
export async function smuggledBodies(
  world: World,
  document: Document,
  { operation }: Attacked,
  { body }: Victim,
): Promise<object[]> {
  const [content] = Object.values(operation.requestBody?.content ?? {});
  const schema: { $ref?: string } | undefined = content?.schema;
  const name = schema?.$ref?.split('/').at(-1) ?? '';
  const properties = document.components.schemas[name]?.properties ?? {};
  const places = Object.entries(properties)
    .filter(([, schema]) => (schema as Schema).format === 'uuid')
    .map(([place]) => place);
  const ids = places.length > 0 ? await privateIds(world) : [];
  return places.flatMap((place) => ids.map((id) => ({ ...(body as object), [place]: id })));
}
