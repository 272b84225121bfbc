import fc from 'fast-check';
import type { OpenApi, Operation, Schema } from './document.js';
import type { Knowledge } from './knowledge.js';
import { anything, hostileTexts, known, valuesOf } from './values.js';

/** One request as it is sent, without who sends it. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** How far a request is from what the document asks for. */
type Aim = 'valid' | 'nearly' | 'hostile';

/** Requests of a route: as it asks for them, nearly so, and by someone who means ill. */
export function callsOf(document: OpenApi, operation: Operation, knowledge: Knowledge): fc.Arbitrary<Call> {
  const aimed = (aim: Aim): fc.Arbitrary<Call> =>
    placesOf(operation, knowledge, aim).chain((places) =>
      fc
        .record({
          query: queryOf(document, operation, knowledge, aim),
          headers: headersOf(operation, knowledge, places, aim),
          sent: bodyOf(document, operation, knowledge, aim),
        })
        .map(({ query, headers, sent }) => ({
          method: operation.method,
          path: `${operation.pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')}${query}`,
          headers: { ...headers, ...sent.headers },
          body: sent.body,
        })),
    );
  return fc.oneof(
    { weight: 5, arbitrary: aimed('valid') },
    { weight: 3, arbitrary: aimed('nearly') },
    { weight: 2, arbitrary: aimed('hostile') },
  );
}

/** As in an address: what is no text is sent as the bytes that some program made of it. */
function escaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replaceAll('%EF%BF%BD', '%ED%A0%80') || '%20';
}

function placesOf(
  operation: Operation,
  knowledge: Knowledge,
  aim: Aim,
): fc.Arbitrary<Readonly<Record<string, string>>> {
  const names = [...operation.pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return fc.record(
    Object.fromEntries(
      names.map((name) => {
        const made = fc.oneof(
          fc.uuid(),
          fc.constantFrom(...hostileTexts.filter((text) => text.length < 500)),
        );
        const usual = known(knowledge.forPlace(operation.pattern, name), fc.uuid());
        const value =
          aim === 'hostile'
            ? fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: made })
            : usual;
        return [name, value.map((one) => escaped(String(one)))];
      }),
    ),
  );
}

function queryOf(
  document: OpenApi,
  operation: Operation,
  knowledge: Knowledge,
  aim: Aim,
): fc.Arbitrary<string> {
  const short = hostileTexts.filter((text) => text.length < 5_000);
  const one = ({ name, schema }: { name: string; schema: Schema }): fc.Arbitrary<string> => {
    const cursor = name === 'cursor' ? knowledge.forName('nextCursor') : [];
    const usual = known(cursor, valuesOf(document, schema, knowledge, name)).map(String);
    const value =
      aim === 'valid' ? usual : fc.oneof(usual, fc.constantFrom(...short), fc.string({ unit: 'binary' }));
    return fc
      .tuple(fc.constantFrom(...(aim === 'hostile' ? [name, `${name}[]`, `${name}[a]`] : [name])), value)
      .map(([key, text]) => `${escaped(key)}=${escaped(text)}`);
  };
  const parts = operation.query.map((parameter) => fc.option(one(parameter), { freq: 2, nil: '' }));
  const odd = fc.constantFrom(
    '',
    '',
    '__proto__=1',
    'limit=1&limit=2',
    'a=%00',
    '%',
    '&&==&',
    'x'.repeat(3_000),
  );
  return fc
    .tuple(...parts, aim === 'valid' ? fc.constant('') : odd)
    .map((found) => found.filter((part) => part !== '').join('&'))
    .map((query) => (query === '' ? '' : `?${query}`));
}

/** A version as it was last told, and keys of which some come twice. */
function headersOf(
  operation: Operation,
  knowledge: Knowledge,
  places: Readonly<Record<string, string>>,
  aim: Aim,
): fc.Arbitrary<Record<string, string>> {
  if (operation.method === 'GET' && aim === 'valid') {
    return fc.constant({});
  }
  const version = Object.values(places)
    .map((id) => knowledge.versionOf(id))
    .find((one) => one !== null);
  const right = `"v${version ?? 1}"`;
  const ifMatch =
    aim === 'valid'
      ? fc.constant(right)
      : fc.constantFrom(
          right,
          '"v0"',
          '*',
          '"v999999999"',
          'W/"v1"',
          '""',
          '"v1", "v2"',
          '"v-1"',
          'x'.repeat(300),
        );
  const key = fc.constantFrom(
    'one',
    'two',
    'three',
    ...(aim === 'valid' ? [] : ['k'.repeat(201), ' ', '\u00e9', '__proto__']),
  );
  return fc.record(
    { 'if-match': ifMatch, 'idempotency-key': key },
    { requiredKeys: aim === 'valid' ? ['if-match'] : [] },
  );
}

interface Sent {
  headers: Record<string, string>;
  body: Buffer | null;
}

function bodyOf(document: OpenApi, operation: Operation, knowledge: Knowledge, aim: Aim): fc.Arbitrary<Sent> {
  const { body, bodyType } = operation;
  if (bodyType === 'multipart/form-data') {
    return formOf(aim);
  }
  const json = (text: string): Sent => ({
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(text),
  });
  if (!body) {
    return aim === 'hostile'
      ? fc.oneof(
          fc.constant({ headers: {}, body: null }),
          anything.map((value) => json(textOf(value))),
        )
      : fc.constant({ headers: {}, body: null });
  }
  const valid = valuesOf(document, body, knowledge, '');
  switch (aim) {
    case 'valid':
      return valid.map((value) => json(textOf(value)));
    case 'nearly':
      return fc
        .tuple(valid, fc.nat(), anything)
        .map(([value, place, other]) => json(textOf(spoilt(value, place, other))));
    default:
      return fc.oneof(
        anything.map((value) => json(textOf(value))),
        fc.tuple(valid, fc.nat()).map(([value, cut]) => {
          const text = textOf(value);
          return json(text.slice(0, cut % (text.length + 1)));
        }),
        fc
          .tuple(
            valid,
            fc.constantFrom(
              'text/plain',
              'application/xml',
              'multipart/form-data',
              'application/json; charset=utf-16',
              'x',
              'application/x-www-form-urlencoded',
            ),
          )
          .map(([value, type]) => ({ headers: { 'content-type': type }, body: Buffer.from(textOf(value)) })),
        fc
          .constantFrom(...oddBodies)
          .map((bytes) => ({ headers: { 'content-type': 'application/json' }, body: bytes })),
      );
  }
}

const oddBodies: readonly Buffer[] = [
  Buffer.from('{"__proto__":{"polluted":true}}'),
  Buffer.from('{"constructor":{"prototype":{"polluted":true}}}'),
  Buffer.from('['.repeat(50_000)),
  Buffer.from('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
  Buffer.from('\ufeff{}'),
  Buffer.from(''),
  Buffer.from('1e99999'),
  Buffer.from('{"title":"a","title":"b"}'),
  Buffer.from(`{"reason":"${'y'.repeat(400_000)}"}`),
];

/** JSON as any program writes it; what JSON has no word for is left out. */
function textOf(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** One place of a value in place of what was there: taken away, replaced, or with a field beside it that nobody asked for. */
function spoilt(value: unknown, place: number, other: unknown): unknown {
  if (Array.isArray(value)) {
    const at = value.length === 0 ? 0 : place % value.length;
    return value.length === 0 ? [other] : value.with(at, spoilt(value[at], Math.floor(place / 3), other));
  }
  if (typeof value !== 'object' || value === null) {
    return other;
  }
  const names = Object.keys(value);
  const name = names[place % (names.length + 1)];
  if (name === undefined) {
    return { ...value, unasked: other };
  }
  const inner = (value as Record<string, unknown>)[name];
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  return place % 3 === 0 ? rest : { ...rest, [name]: spoilt(inner, Math.floor(place / 3), other) };
}

function formOf(aim: Aim): fc.Arbitrary<Sent> {
  const names = [
    'sheet.xlsx',
    'photo.png',
    'report.pdf',
    'lines.csv',
    '../../x',
    '',
    'a"b',
    '\u202ex',
    'x'.repeat(3_000),
  ];
  const contents = [
    Buffer.from('%PDF-1.4\n%%EOF\n'),
    Buffer.from('Description;Quantity;Unit\nSisal basket;10;C62\n'),
    Buffer.from('PK\u0003\u0004 no zip', 'latin1'),
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    Buffer.alloc(0),
    Buffer.alloc(300_000, 7),
  ];
  return fc
    .record({
      field: fc.constantFrom(...(aim === 'valid' ? ['file'] : ['file', 'other', '', '__proto__'])),
      name: fc.constantFrom(...(aim === 'valid' ? names.slice(0, 4) : names)),
      content: fc.constantFrom(...contents),
      end: fc.constantFrom(...(aim === 'hostile' ? ['--', '', '\u0000'] : ['--'])),
    })
    .map(({ field, name, content, end }) => ({
      headers: { 'content-type': 'multipart/form-data; boundary=bound' },
      body: Buffer.concat([
        Buffer.from(`--bound\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`),
        content,
        Buffer.from(`\r\n--bound${end}\r\n`),
      ]),
    }));
}
