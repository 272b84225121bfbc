import { cellAddress, type DomainError, readSheet, SheetError, type Upload } from '#platform';
import { readRequestLines, type RequestSheetResult } from '../import/index.js';
import { sourcingErrors } from '../sourcing.errors.js';
import { fractionsOfPieces } from './request.rules.js';

/** Reads an uploaded sheet whole. @throws DomainError `sheet_unreadable`, or `sheet_has_errors` with the name of each wrong cell */
export async function readUploadedSheet(upload: Upload): Promise<RequestSheetResult> {
  let sheet: RequestSheetResult;
  try {
    sheet = readRequestLines(await readSheet(upload.bytes, upload.name));
  } catch (error) {
    if (error instanceof SheetError) {
      throw sourcingErrors.sheet_unreadable({
        detail: error.message,
        errors: [{ pointer: '', code: error.code, detail: error.message }],
      });
    }
    throw error;
  }
  const wrong = [...sheet.errors, ...piecesInFractions(sheet)];
  if (wrong.length > 0) {
    throw cellErrors(sheet, wrong);
  }
  return sheet;
}

/** A sheet's fraction of a piece is a fault of its cell. */
function piecesInFractions(sheet: RequestSheetResult): RequestSheetResult['errors'] {
  const column = sheet.mapping.find((one) => one.field === 'quantity')?.column ?? 0;
  return fractionsOfPieces(sheet.lines).flatMap((fault) => {
    const line = sheet.lines[Number(fault.pointer.split('/')[2])];
    return line
      ? [
          {
            cell: cellAddress(column, line.rowNumber - 1),
            row: line.rowNumber,
            column: column + 1,
            field: 'quantity' as const,
            code: fault.code,
            detail: fault.detail,
            value: line.quantity,
          },
        ]
      : [];
  });
}

function cellErrors(sheet: RequestSheetResult, wrong: RequestSheetResult['errors']): DomainError {
  return sourcingErrors.sheet_has_errors({
    detail: `${wrong.length === 1 ? 'One cell' : `${wrong.length} cells`} of the sheet cannot be read. Nothing was imported; mend them and import again.`,
    errors: wrong
      .slice(0, 1_000)
      .map((fault) => ({ pointer: `/cells/${fault.cell}`, code: fault.code, detail: fault.detail })),
    extra: { wrongCells: wrong.length, readableLines: sheet.lines.length, mapping: sheet.mapping },
  });
}

/** A craft that nobody knows is left out of its line, and that is said. */
export function warnOfUnknownCrafts(sheet: RequestSheetResult, known: ReadonlyMap<string, string>): void {
  const column = sheet.mapping.find((one) => one.field === 'requiredCraft')?.column ?? 0;
  for (const { requiredCraft, rowNumber } of sheet.lines) {
    if (requiredCraft !== null && !known.has(requiredCraft)) {
      sheet.warnings.push({
        cell: cellAddress(column, rowNumber - 1),
        row: rowNumber,
        column: column + 1,
        field: 'requiredCraft',
        code: 'craft_unknown',
        detail: 'There is no such craft, so the line asks for none. GET /v1/public/crafts lists them.',
        value: requiredCraft,
      });
    }
  }
}
