import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Crafts } from '#directory';
import {
  assertVersion,
  Database,
  errors,
  type FieldError,
  type PersonActor,
  type Tx,
  type Upload,
  writeWorkbook,
} from '#platform';
import { mostLines } from '../import/index.js';
import { sourcingErrors } from '../sourcing.errors.js';
import type { ImportQuery, ImportResult } from './request-import.dto.js';
import type { RequestLineInput } from './request-line.dto.js';
import { Requests } from './request.queries.js';
import { fractionsOfPieces } from './request.rules.js';
import { readUploadedSheet, warnOfUnknownCrafts } from './uploaded-sheet.js';

const uuidBytes = 16;

/** The lines of a draft: replaced whole, appended, or read from a sheet. */
@Injectable()
export class RequestLines {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly crafts: Crafts,
  ) {}

  async replace(
    actor: PersonActor,
    id: string,
    version: number,
    lines: readonly RequestLineInput[],
  ): Promise<{ lineCount: number; version: number }> {
    return this.database.inTransaction(actor, async (tx) => {
      const draft = await this.lock(tx, id);
      assertVersion(draft, version);
      await tx.execute('delete from request_line where request_id = $1', [id]);
      await this.append(tx, id, lines, 0);
      return this.touched(tx, id, lines.length, 'request.lines_replaced');
    });
  }

  /** Reads a sheet into the draft, whole or not at all. */
  async importSheet(
    actor: PersonActor,
    id: string,
    upload: Upload,
    query: ImportQuery,
  ): Promise<ImportResult> {
    const sheet = await readUploadedSheet(upload);
    const replacing = query.mode !== 'append';
    return this.database.inTransaction(actor, async (tx) => {
      const draft = await this.lock(tx, id);
      const lines = sheet.lines.map(({ rowNumber: _row, requiredCraft, ...line }) => ({
        ...line,
        craftCode: requiredCraft,
      }));
      const crafts = await this.crafts.codesOf(
        tx,
        lines.flatMap((line) => line.craftCode ?? []),
      );
      warnOfUnknownCrafts(sheet, crafts);
      assertFit((replacing ? 0 : draft.lineCount) + lines.length);
      const known = lines.map((line) => ({
        ...line,
        craftCode: line.craftCode === null ? null : (crafts.get(line.craftCode) ?? null),
      }));
      const result: ImportResult = {
        imported: query.dryRun ? 0 : known.length,
        lines: known.length,
        headingRow: sheet.headingRow,
        mapping: sheet.mapping,
        ignoredColumns: sheet.ignoredColumns,
        skippedRows: sheet.skippedRows,
        warnings: sheet.warnings.map(({ cell, code, detail, value }) => ({ cell, code, detail, value })),
      };
      if (query.dryRun) {
        return result;
      }
      if (replacing) {
        await tx.execute('delete from request_line where request_id = $1', [id]);
      }
      await this.append(tx, id, known, replacing ? 0 : draft.lineCount);
      await this.touched(tx, id, known.length, 'request.lines_imported');
      return result;
    });
  }

  async exportSheet(actor: PersonActor, id: string): Promise<{ name: string; content: Buffer }> {
    const { reference, lines } = await this.database.read(actor, async (tx) => ({
      reference: await this.requests.referenceOf(tx, id),
      lines: await this.requests.lines(tx, id),
    }));
    const content = await writeWorkbook([
      {
        name: reference,
        columns: [
          { heading: 'SKU', width: 14 },
          { heading: 'Description', width: 40 },
          { heading: 'Specification', width: 40 },
          { heading: 'Quantity', width: 12, format: '#,##0.###' },
          { heading: 'Unit', width: 10 },
          { heading: 'Target unit price', width: 16, format: '#,##0.00####' },
          { heading: 'HS code', width: 10 },
          { heading: 'Needed by', width: 12 },
          { heading: 'Craft', width: 16 },
        ],
        rows: lines.map((line) => [
          line.sku,
          line.description,
          line.specification,
          { number: line.quantity },
          line.unitCode,
          line.targetUnitPrice === null ? null : { number: line.targetUnitPrice },
          line.hsCode,
          line.neededBy === null ? null : { day: line.neededBy },
          line.craftCode,
        ]),
      },
    ]);
    return { name: `${reference}.xlsx`, content };
  }

  /** Inserts lines after those that are there, once they are found right. */
  async append(tx: Tx, id: string, lines: readonly RequestLineInput[], after: number): Promise<void> {
    await this.check(tx, lines, after);
    await this.insert(tx, id, lines, after);
  }

  /** @throws DomainError `invalid_input` with the place of each field that cannot be */
  async check(tx: Tx, lines: readonly RequestLineInput[], after: number): Promise<void> {
    assertFit(after + lines.length);
    const wrong: FieldError[] = fractionsOfPieces(lines);
    const named = lines.flatMap((line) => line.craftCode ?? []);
    if (named.length > 0) {
      wrong.push(...unknownCrafts(lines, await this.crafts.codesOf(tx, named)));
    }
    if (wrong.length > 0) {
      throw errors.invalid_input({ errors: wrong });
    }
  }

  /** All of them in one statement; they were checked. */
  async insert(tx: Tx, id: string, lines: readonly RequestLineInput[], after: number): Promise<void> {
    // All chance at once: asking for it costs more than having it.
    const chance = randomBytes(lines.length * uuidBytes);
    await tx.execute(
      `insert into request_line (request_id, id, buyer_id, position, sku, description, specification, quantity, unit_code,
                                 target_unit_price, hs_code, needed_by, craft_code)
       select $1, l.id, $2, $3 + l.position, l.sku, l.description, l.specification, l.quantity, l."unitCode",
              l."targetUnitPrice", l."hsCode", l."neededBy", l."craftCode"
         from jsonb_to_recordset($4) as l(id uuid, position int, sku text, description text, specification text, quantity numeric,
              "unitCode" text, "targetUnitPrice" numeric, "hsCode" text, "neededBy" date, "craftCode" text)`,
      [
        id,
        tx.actor.organisationId,
        after,
        JSON.stringify(
          lines.map((line, index) => ({
            ...line,
            id: uuidv7({ random: chance.subarray(index * uuidBytes, (index + 1) * uuidBytes) }),
            position: index + 1,
          })),
        ),
      ],
    );
  }

  private async lock(tx: Tx, id: string): Promise<{ version: number; lineCount: number }> {
    const row = await tx.one<{ state: string; version: number }>(
      'select state, version from request where id = $1 and buyer_id = $2 for update',
      [id, tx.actor.organisationId],
    );
    if (row.state !== 'draft') {
      throw sourcingErrors.request_not_draft();
    }
    const { count } = await tx.one<{ count: string }>(
      'select coalesce(max(position), 0) as count from request_line where request_id = $1',
      [id],
    );
    return { version: row.version, lineCount: Number(count) };
  }

  private async touched(
    tx: Tx,
    id: string,
    lineCount: number,
    action: string,
  ): Promise<{ lineCount: number; version: number }> {
    const { version } = await tx.one<{ version: number }>(
      'update request set version = version + 1 where id = $1 returning version',
      [id],
    );
    tx.record({ action, subjectType: 'request', subjectId: id, detail: { lines: lineCount } });
    return { lineCount, version };
  }
}

function assertFit(lineCount: number): void {
  if (lineCount > mostLines) {
    throw errors.invalid_input({
      errors: [
        {
          pointer: '/lines',
          code: 'too_many_lines',
          detail: `A request has at most ${mostLines} lines; these would make ${lineCount}.`,
        },
      ],
    });
  }
}

function unknownCrafts(lines: readonly RequestLineInput[], known: ReadonlyMap<string, string>): FieldError[] {
  return lines.flatMap((line, index) =>
    line.craftCode && known.get(line.craftCode) !== line.craftCode
      ? [
          {
            pointer: `/lines/${index}/craftCode`,
            code: 'craft_unknown',
            detail: 'There is no such craft. GET /v1/public/crafts lists them.',
          },
        ]
      : [],
  );
}
