import type { Tx } from '#platform';
import type { QuoteDraft } from './quote.dto.js';
import type { DraftedLine } from './quote.rules.js';

/** Whose revision of which quote is written. Every row carries the root's ids, which the row policies ask. */
export interface RevisionKey {
  quoteId: string;
  revision: number;
  requestId: string;
  buyerId: string;
  cooperativeId: string;
}

export type CompleteLine = DraftedLine & {
  leadTimeDays: number;
  capacityPerMonth: string | null;
  note: string | null;
};

/** A body's lines with what was left out. */
export function completeLines(input: QuoteDraft): CompleteLine[] {
  return input.lines.map((line) => ({
    ...line,
    priceBaseQuantity: line.priceBaseQuantity ?? '1',
    minimumQuantity: line.minimumQuantity ?? '0',
    capacityPerMonth: line.capacityPerMonth ?? null,
    note: line.note || null,
    priceBreaks: line.priceBreaks ?? [],
  }));
}

/** Writes a draft revision whole: begins it, or takes the place of what it held. */
export async function writeDraft(
  tx: Tx,
  key: RevisionKey,
  requestRevision: number,
  input: QuoteDraft,
  lines: readonly CompleteLine[],
): Promise<void> {
  await tx.execute(
    `insert into quote_revision (quote_id, revision, request_id, buyer_id, cooperative_id, request_revision, currency, valid_until, terms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (quote_id, revision) do update
       set request_revision = excluded.request_revision, currency = excluded.currency, valid_until = excluded.valid_until,
           terms = excluded.terms, created_at = weftway_now()`,
    [...keyValues(key), requestRevision, input.currency, input.validUntil, input.terms || null],
  );
  // Breaks go with their lines.
  await tx.execute('delete from quote_line where quote_id = $1 and revision = $2', [
    key.quoteId,
    key.revision,
  ]);
  await tx.execute(
    `insert into quote_line (quote_id, revision, request_id, buyer_id, cooperative_id, request_line_id, quantity, unit_price,
            price_base_quantity, minimum_quantity, lead_time_days, capacity_per_month, note)
     select $1, $2, $3, $4, $5, l."requestLineId", l.quantity, l."unitPrice", l."priceBaseQuantity", l."minimumQuantity",
            l."leadTimeDays", l."capacityPerMonth", l.note
       from jsonb_to_recordset($6) as l("requestLineId" uuid, quantity numeric, "unitPrice" numeric, "priceBaseQuantity" numeric,
            "minimumQuantity" numeric, "leadTimeDays" int, "capacityPerMonth" numeric, note text)`,
    [...keyValues(key), JSON.stringify(lines)],
  );
  const breaks = lines.flatMap((line) =>
    line.priceBreaks.map((step) => ({ ...step, requestLineId: line.requestLineId })),
  );
  await tx.execute(
    `insert into quote_price_break (quote_id, revision, request_id, buyer_id, cooperative_id, request_line_id, from_quantity, unit_price)
     select $1, $2, $3, $4, $5, b."requestLineId", b."fromQuantity", b."unitPrice"
       from jsonb_to_recordset($6) as b("requestLineId" uuid, "fromQuantity" numeric, "unitPrice" numeric)`,
    [...keyValues(key), JSON.stringify(breaks)],
  );
}

/** Begins a draft with what a former revision says, on the request's present revision. */
export async function copyAsDraft(
  tx: Tx,
  key: RevisionKey,
  former: number,
  requestRevision: number,
): Promise<void> {
  const from = [key.quoteId, former, key.revision];
  await tx.execute(
    `insert into quote_revision (quote_id, revision, request_id, buyer_id, cooperative_id, request_revision, currency, valid_until, terms)
     select quote_id, $3, request_id, buyer_id, cooperative_id, $4, currency, valid_until, terms
       from quote_revision where quote_id = $1 and revision = $2`,
    [...from, requestRevision],
  );
  await tx.execute(
    `insert into quote_line (quote_id, revision, request_id, buyer_id, cooperative_id, request_line_id, quantity, unit_price,
            price_base_quantity, minimum_quantity, lead_time_days, capacity_per_month, note)
     select quote_id, $3, request_id, buyer_id, cooperative_id, request_line_id, quantity, unit_price, price_base_quantity,
            minimum_quantity, lead_time_days, capacity_per_month, note
       from quote_line where quote_id = $1 and revision = $2`,
    from,
  );
  await tx.execute(
    `insert into quote_price_break (quote_id, revision, request_id, buyer_id, cooperative_id, request_line_id, from_quantity, unit_price)
     select quote_id, $3, request_id, buyer_id, cooperative_id, request_line_id, from_quantity, unit_price
       from quote_price_break where quote_id = $1 and revision = $2`,
    from,
  );
}

function keyValues(key: RevisionKey): unknown[] {
  return [key.quoteId, key.revision, key.requestId, key.buyerId, key.cooperativeId];
}
