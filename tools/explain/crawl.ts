import type { HttpClient } from '../scenario/http-client.js';
import type { Parameter, Route } from './routes.js';

export interface Caller {
  name: string;
  client: HttpClient;
}

/** Tries of one route by one caller before it is held not to be theirs. */
const mostTries = 25;
/** Values kept of each name. */
const mostValues = 60;

/** What one caller has been told: values by name, and what the items of a list are called by. */
class Known {
  private readonly values = new Map<string, Set<string>>();

  learn(path: string, body: unknown): void {
    this.take(path, body);
  }

  /** Values that may stand for a parameter after this beginning of a path, likely ones first. */
  candidates(prefix: string, parameter: string): string[] {
    const owner = /\/([a-z-]+?)(?:ies|s)?\/$/.exec(prefix)?.[1] ?? '';
    const camel = owner.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [
      ...this.of(`${prefix}:${parameter}`),
      ...this.of(`${prefix}:id`),
      ...this.of(`${prefix}:code`),
      ...this.of(parameter),
      ...this.of(`${camel}Id`),
      ...this.of(`${camel}${parameter.slice(0, 1).toUpperCase()}${parameter.slice(1)}`),
      ...(parameter.endsWith('Id') ? this.of(parameter.slice(0, -2)) : []),
      ...this.of('id'),
    ].filter((value, index, all) => all.indexOf(value) === index);
  }

  of(name: string): string[] {
    return [...(this.values.get(name) ?? [])];
  }

  private take(path: string, value: unknown): void {
    if (Array.isArray(value)) {
      for (const one of value) {
        this.take(path, one);
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner === 'string' || typeof inner === 'number') {
          this.add(name, String(inner));
          this.add(`${path}/:${name}`, String(inner));
        } else {
          this.take(path, inner);
        }
      }
    }
  }

  private add(name: string, value: string): void {
    const values = this.values.get(name) ?? new Set();
    this.values.set(name, values);
    if (value.length > 0 && value.length < 200 && values.size < mostValues) {
      values.add(value);
    }
  }
}

/**
 * Sends every GET route by everyone to whom it answers, with ids that they were told by other answers, and again with each of its
 * query parameters alone.
 * @returns the routes that answered nobody
 */
export async function crawl(
  routes: readonly Route[],
  callers: readonly Caller[],
  say: (words: string) => void,
): Promise<string[]> {
  const known = new Map(callers.map((caller) => [caller.name, new Known()]));
  const unanswered: string[] = [];
  for (const route of routes.filter((one) => one.method === 'GET' && !one.endless)) {
    let answered = 0;
    for (const { name, client } of callers) {
      const memory = known.get(name) ?? new Known();
      const path = await firstAnswer(route, client, memory);
      if (path !== null) {
        answered += 1;
        await withEachParameter(route, path, client, memory);
      }
    }
    say(`${route.path}: ${answered} callers`);
    if (answered === 0) {
      unanswered.push(route.path);
    }
  }
  return unanswered;
}

async function firstAnswer(route: Route, client: HttpClient, memory: Known): Promise<string | null> {
  let tries = 0;
  for (const path of fill(route.path, memory)) {
    const needed = route.parameters.filter((one) => one.in === 'query' && 'required' in one && one.required);
    const query = needed
      .map((one) => `${one.name}=${encodeURIComponent(valuesFor(one, memory)[0] ?? '')}`)
      .join('&');
    const { status, text } = await client.attempt('GET', query ? `${path}?${query}` : path);
    if (status >= 200 && status < 300) {
      learn(memory, path, text);
      return path;
    }
    tries += 1;
    // Another id makes no other role.
    if (tries === mostTries || status === 401 || (status === 403 && tries === 5)) {
      return null;
    }
  }
  return null;
}

function learn(memory: Known, path: string, text: string): void {
  if (text.startsWith('{') || text.startsWith('[')) {
    memory.learn(path, JSON.parse(text));
  }
}

/** Concrete paths of a route, likely ones first. */
function* fill(path: string, memory: Known): Generator<string> {
  const parameter = /\{([^}]+)\}/.exec(path);
  if (!parameter) {
    yield path;
    return;
  }
  for (const value of memory.candidates(path.slice(0, parameter.index), parameter[1] ?? '')) {
    yield* fill(path.replace(parameter[0], encodeURIComponent(value)), memory);
  }
}

async function withEachParameter(
  route: Route,
  path: string,
  client: HttpClient,
  memory: Known,
): Promise<void> {
  for (const parameter of route.parameters.filter((one) => one.in === 'query')) {
    for (const value of valuesFor(parameter, memory)) {
      const { text } = await client.attempt('GET', `${path}?${parameter.name}=${encodeURIComponent(value)}`);
      if (parameter.name === 'limit') {
        learn(memory, path, text);
      }
    }
  }
}

function valuesFor({ name, schema = {} }: Parameter, memory: Known): string[] {
  const listed = schema.enum ?? schema.anyOf?.flatMap((one) => one.enum ?? []);
  if (listed && listed.length > 0) {
    return listed.map(String);
  }
  if (name === 'cursor') {
    return memory.of('nextCursor').slice(-1);
  }
  const told = memory.of(name).slice(0, 1);
  if (schema.type === 'boolean') {
    return ['true', 'false'];
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return name === 'limit' ? ['100'] : [told[0] ?? '1'];
  }
  if (schema.format === 'date' || /^(from|until|day|since)$/i.test(name)) {
    return [new Date().toISOString().slice(0, 10)];
  }
  if (schema.format === 'uuid' || name.endsWith('Id')) {
    return told;
  }
  return [...told, 'basket', 'ba'];
}
