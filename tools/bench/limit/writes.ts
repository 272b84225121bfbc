import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Bare } from './bare.js';
import { headerSql, requestAnswer } from './reads.js';

interface Draft {
  title: string;
  currency: string;
  incoterm: string;
  incotermPlace: string;
  delivery: { name: string; country: string };
  lines: object[];
}

const body = {
  type: 'object',
  required: ['title', 'currency', 'incoterm', 'incotermPlace', 'delivery', 'lines'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    incoterm: { type: 'string', enum: ['EXW', 'FCA', 'FOB'] },
    incotermPlace: { type: 'string', maxLength: 200 },
    delivery: {
      type: 'object',
      required: ['name', 'country'],
      properties: { name: { type: 'string' }, country: { type: 'string', pattern: '^[A-Z]{2}$' } },
    },
    lines: {
      type: 'array',
      maxItems: 2_000,
      items: {
        type: 'object',
        required: ['description', 'quantity', 'unitCode'],
        properties: {
          sku: { type: 'string', maxLength: 60 },
          description: { type: 'string', minLength: 1, maxLength: 500 },
          quantity: { type: 'string', pattern: '^[0-9]{1,15}(\\.[0-9]{1,3})?$' },
          unitCode: { type: 'string', maxLength: 3 },
          targetUnitPrice: { type: 'string', pattern: '^[0-9]{1,12}(\\.[0-9]{1,6})?$' },
        },
      },
    },
  },
};

/** A request of so many lines: its number without a gap, its lines in one statement, its entry in the audit log, one transaction. */
export function draftRequest(server: FastifyInstance, bare: Bare): void {
  server.post<{ Body: Draft }>(
    '/requests',
    { schema: { body, response: { 201: requestAnswer } } },
    async (request, reply) => {
      const { lines, delivery, ...draft } = request.body;
      const answer = await bare.write(request, async (client, who) => {
        const id = uuidv7();
        const year = new Date().getUTCFullYear();
        const entry = {
          organisation: who.organisationId,
          action: 'request.drafted',
          subjectType: 'request',
          subjectId: id,
          to: 'draft',
        };
        const [, , header] = await Promise.all([
          client.query({
            name: 'draft',
            text: `insert into request (id, buyer_id, reference, state, title, currency, incoterm, incoterm_place, delivery_name,
                                      delivery_country, created_by)
                 values ($1, $2, 'SR-' || $3::int || '-' || lpad(take_numbers($2, 'request', $3, 1)::text, 6, '0'), 'draft', $4, $5,
                         $6, $7, $8, $9, $10)`,
            values: [
              id,
              who.organisationId,
              year,
              draft.title,
              draft.currency,
              draft.incoterm,
              draft.incotermPlace,
              delivery.name,
              delivery.country,
              who.personId,
            ],
          }),
          client.query({
            name: 'draft-lines',
            text: `insert into request_line (request_id, id, buyer_id, position, sku, description, specification, quantity, unit_code,
                                           target_unit_price, hs_code, needed_by, craft_code)
                 select $1, l.id, $2, l.position, l.sku, l.description, l.specification, l.quantity, l."unitCode", l."targetUnitPrice",
                        l."hsCode", l."neededBy", l."craftCode"
                   from jsonb_to_recordset($3) as l(id uuid, position int, sku text, description text, specification text,
                        quantity numeric, "unitCode" text, "targetUnitPrice" numeric, "hsCode" text, "neededBy" date, "craftCode" text)`,
            values: [
              id,
              who.organisationId,
              JSON.stringify(lines.map((line, index) => ({ ...line, id: uuidv7(), position: index + 1 }))),
            ],
          }),
          client.query<object>({ name: 'request', text: headerSql, values: [id, who.organisationId] }),
          client.query({
            name: 'audit',
            text: 'select append_audit($1, null, $2)',
            values: [JSON.stringify([entry]), request.id],
          }),
        ]);
        return header.rows[0];
      });
      return reply.status(201).send(answer);
    },
  );
}
