import pg from 'pg';

/** The retailer whose lists grow, the person who reads them, and the request that is read. */
export const ids = {
  retailer: '0197a000-0000-7000-8000-000000000001',
  person: '0197a000-0000-7000-8000-000000000002',
  session: '0197a000-0000-7000-8000-000000000003',
} as const;

/** The nth id of a kind: ordered by n, as ids by time are. */
const nthId = (kind: string, n: string): string =>
  `('0197${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** SQL: one of the words, by a number. */
const word = (words: readonly string[], n: string): string =>
  `(array[${words.map((one) => `'${one}'`).join(', ')}])[1 + mod(${n}, ${words.length})]`;

const materials = 'sisal jute cotton wool raffia bamboo clay brass silk linen leather reed'.split(' ');
const forms = 'basket runner bowl shawl lamp cushion rug tray vase napkin mat stool mirror hanger box'.split(
  ' ',
);
const makes = 'woven coiled felted carved glazed dyed plaited embroidered turned knotted'.split(' ');
const colours =
  'indigo madder weld walnut natural ochre charcoal ivory teal rust olive plum sand slate coral moss amber'.split(
    ' ',
  );

const cooperatives = 2_000;
const requestsWithLines = 2_000;
export const linesARequest = 20;

/** Everything but what grows: a retailer, somebody signed in, cooperatives that show themselves. */
export async function loadPeople(client: pg.Client, session: { tokenHash: Buffer }): Promise<void> {
  await bulk(client, [
    `insert into organisation (id, kind, state, name, country, email, currency)
     values ('${ids.retailer}', 'retailer', 'admitted', 'Measured Retail', 'NL', 'buying@measured.example', 'EUR')`,
    `insert into person (id, email, name) values ('${ids.person}', 'buyer@measured.example', 'Measured Buyer')`,
    `insert into member (organisation_id, person_id, roles) values ('${ids.retailer}', '${ids.person}', '{owner}')`,
    `insert into organisation (id, kind, state, name, country, email, currency)
     select ${nthId('c000', 'n')}, 'cooperative', 'admitted', initcap(${word(colours, 'n')}) || ' Weavers ' || n,
            ${word(['KE', 'IN', 'BD', 'PE', 'GT', 'ET'], 'n')}, 'office' || n || '@weavers.example', 'USD'
       from generate_series(1, ${cooperatives}) n`,
    `insert into cooperative_profile (cooperative_id, place, makers, makers_women, published)
     select ${nthId('c000', 'n')}, 'Village ' || n, 20 + mod(n, 180), 15 + mod(n, 180), true from generate_series(1, ${cooperatives}) n`,
  ]);
  await client.query(
    `insert into session (id, token_hash, person_id, organisation_id, expires_at, last_seen_at)
     values ($1, $2, $3, $4, weftway_now() + interval '1 day', weftway_now() + interval '1 day')`,
    [ids.session, session.tokenHash, ids.person, ids.retailer],
  );
}

/** Requests and products from `from` up to `to` of each, as if they had come one by one; planner statistics after it. */
export async function loadRows(client: pg.Client, from: number, to: number): Promise<void> {
  const states = ['draft', 'open', 'open', 'open', 'closed', 'awarded', 'cancelled'];
  await bulk(client, [
    `insert into request (id, buyer_id, reference, state, title, currency, deadline, incoterm, incoterm_place, delivery_name,
                          delivery_country, revision, created_by, created_at, published_at)
     select ${nthId('b000', 'n')}, '${ids.retailer}', 'SR-2026-' || lpad(n::text, 7, '0'), ${word(states, 'n')},
            initcap(${word(colours, 'n')}) || ' ' || ${word(materials, 'n / 3')} || ' range ' || n, 'EUR',
            weftway_now() + interval '30 days', 'FCA', 'Mombasa', 'Warehouse', 'NL', 1, '${ids.person}',
            weftway_now() - interval '400 days' + n * interval '30 seconds', weftway_now()
       from generate_series(${from + 1}, ${to}) n`,
    `insert into request_line (request_id, id, buyer_id, position, sku, description, specification, quantity, unit_code,
                               target_unit_price, needed_by)
     select ${nthId('b000', 'n')}, ${nthId('b001', `n * ${linesARequest} + p`)}, '${ids.retailer}', p, 'SKU-' || p,
            initcap(${word(makes, 'p')}) || ' ' || ${word(forms, 'n + p')} || ', ' || ${word(colours, 'p')},
            '30 cm, washed once, packed in paper', 100 + p, 'C62', 4.5 + p, (weftway_now() + interval '90 days')::date
       from generate_series(${from + 1}, ${Math.min(to, requestsWithLines)}) n, generate_series(1, ${linesARequest}) p`,
    `insert into product (id, cooperative_id, name, description, craft_code, unit_code, price_from, currency, published)
     select ${nthId('d000', 'n')}, ${nthId('c000', `1 + mod(n, ${cooperatives})`)},
            initcap(${word(makes, 'n')}) || ' ' || ${word(materials, 'n / 7')} || ' ' || ${word(forms, 'n / 5')} || ' ' || n,
            'A ' || ${word(forms, 'n / 5')} || ' in ' || ${word(colours, 'n / 11')} || ', made by hand, lot ' || md5(n::text),
            (select min(code) from craft), 'C62', 5 + mod(n, 90), 'USD', true
       from generate_series(${from + 1}, ${to}) n`,
  ]);
  await client.query('vacuum (analyze) request, request_line, product, cooperative_profile, organisation');
}

/** The id of the nth request; the first ${requestsWithLines} have lines. */
export function requestId(n: number): string {
  return `0197b000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** As a replica would write them: the rules were kept by whoever wrote them first, and nobody is told. */
async function bulk(client: pg.Client, statements: readonly string[]): Promise<void> {
  await client.query('set session_replication_role = replica');
  for (const statement of statements) {
    await client.query(statement);
  }
  await client.query('set session_replication_role = origin');
}
