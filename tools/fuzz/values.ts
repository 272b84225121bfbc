import fc from 'fast-check';
import type { Knowledge } from './knowledge.js';
import { type OpenApi, resolved, type Schema } from './document.js';

/** Text that programs trip over. */
export const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202egnirts',
  '\ufeff',
  'é'.normalize('NFD'),
  '👩‍👩‍👧‍👦'.repeat(20),
  'ß'.repeat(300),
  '%',
  '_',
  '\\',
  "'; drop table request; --",
  "' or '1'='1",
  '{{7*7}}${7*7}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '=cmd|calc!A1',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '٣',
  '9'.repeat(400),
  'x'.repeat(70_000),
  '01a209b3-f1ce-71df-9a73-4a5ba86d3baf',
];

const hostileNumbers = [-1, 0, 1.5, -0, 2 ** 31, 2 ** 53, 1e308, Number.MIN_VALUE, 1e21];

/** Anything at all, in place of what was asked for. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values that a schema takes; names of fields tell which known values fit. */
export function valuesOf(
  document: OpenApi,
  given: Schema,
  knowledge: Knowledge,
  name: string,
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema = resolved(document, given);
  if (schema.enum) {
    return fc.constantFrom(...schema.enum);
  }
  if (schema.anyOf) {
    return fc.oneof(...schema.anyOf.map((one) => valuesOf(document, one, knowledge, name, depth)));
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'object'];
  if (types.length > 1) {
    return fc.oneof(
      ...types.map((type) =>
        type === 'null' ? fc.constant(null) : valuesOf(document, { ...schema, type }, knowledge, name, depth),
      ),
    );
  }
  switch (types[0]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'array':
      return fc.array(valuesOf(document, schema.items ?? {}, knowledge, name, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, Math.max(schema.minItems ?? 0, 5)),
        size: 'max',
      });
    case 'string':
      return known(knowledge.forName(name), textsOf(schema));
    default:
      return recordsOf(document, schema, knowledge, depth);
  }
}

/** Mostly what the api itself has told, where it has. */
export function known(values: readonly unknown[], made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return values.length === 0
    ? made
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: made });
}

function recordsOf(
  document: OpenApi,
  schema: Schema,
  knowledge: Knowledge,
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = schema.properties ?? {};
  const required = schema.required ?? [];
  return fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [
        name,
        valuesOf(document, one, knowledge, name, depth + 1),
      ]),
    ),
    { requiredKeys: required.filter((name) => name in properties) as never[] },
  );
}

function textsOf(schema: Schema): fc.Arbitrary<unknown> {
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  switch (schema.format) {
    case 'uuid':
      return fc.uuid();
    case 'date':
      return day.map((text) => text.slice(0, 10));
    case 'date-time':
      return day;
    case 'email':
      return fc.emailAddress({ size: 'small' });
    default:
      return schema.pattern === undefined
        ? fc.string({
            unit: fc.constantFrom(...'abcdefghij KLM-é水0123456789'),
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? 50, Math.max(schema.minLength ?? 0, 40)),
          })
        : patterned(schema.pattern);
  }
}

function patterned(pattern: string): fc.Arbitrary<unknown> {
  const usual: Readonly<Record<string, readonly string[]>> = {
    '^[A-Z]{3}$': ['EUR', 'KES', 'USD', 'INR', 'JPY', 'TND'],
    '^[A-Z]{2}$': ['KE', 'NL', 'IN', 'GT'],
    '^[A-Z0-9]{2,3}$': ['C62', 'PR', 'SET', 'MTR', 'KGM'],
  };
  const made = fc.stringMatching(new RegExp(pattern));
  return pattern in usual ? known(usual[pattern] ?? [], made) : made;
}
