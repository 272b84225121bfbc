import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/browser';
import { placeOf } from './cell-place';
import type { SheetFile } from './sheet-file';

type Entries = Record<string, Uint8Array>;

/** The first sheet of an .xlsx file that has something in it: the one that the server reads. */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<SheetFile> {
  const sheets = await readWorkbook(new Blob([bytes]));
  const filled = sheets.find(({ data }) =>
    data.some((row) => row.some((cell) => cell !== null && cell !== '')),
  );
  return {
    rows: (filled?.data ?? []).map((row) => row.map(cellText)),
    mended: (cells) => {
      const entries: Entries = unzipSync(bytes);
      const path = pathOf(entries, filled?.sheet ?? '');
      const sheet = path === null ? undefined : entries[path];
      if (path !== null && sheet) {
        entries[path] = strToU8(withCells(strFromU8(sheet), cells));
      }
      const packed = zipSync(entries, { level: 3 });
      return Promise.resolve(
        new File([new Uint8Array(packed)], name, {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        }),
      );
    },
  };
}

function cellText(value: unknown): string {
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function parsed(entries: Entries, path: string): Document | null {
  const part = entries[path];
  return part ? new DOMParser().parseFromString(strFromU8(part), 'application/xml') : null;
}

/** Where in the archive the sheet of a name is. */
function pathOf(entries: Entries, sheetName: string): string | null {
  const elements = (document: Document | null, tag: string): Element[] => [
    ...(document?.getElementsByTagNameNS('*', tag) ?? []),
  ];
  const sheet = elements(parsed(entries, 'xl/workbook.xml'), 'sheet').find(
    (one) => one.getAttribute('name') === sheetName,
  );
  const id = [...(sheet?.attributes ?? [])].find((one) => one.localName === 'id')?.value;
  const target = elements(parsed(entries, 'xl/_rels/workbook.xml.rels'), 'Relationship')
    .find((one) => one.getAttribute('Id') === id)
    ?.getAttribute('Target');
  if (!target) {
    return null;
  }
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The sheet with these cells as text; rows and cells that were not there are put in their order. */
function withCells(xml: string, cells: ReadonlyMap<string, string>): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const space = document.documentElement.namespaceURI;
  const make = (tag: string): Element => document.createElementNS(space, tag);
  const [data] = document.getElementsByTagNameNS('*', 'sheetData');
  if (!data) {
    return xml;
  }
  for (const [address, text] of cells) {
    const { row: rowIndex, column } = placeOf(address);
    const rows = [...data.children];
    let row = rows.find((one) => one.getAttribute('r') === String(rowIndex + 1));
    if (!row) {
      row = make('row');
      row.setAttribute('r', String(rowIndex + 1));
      data.insertBefore(row, rows.find((one) => Number(one.getAttribute('r')) > rowIndex + 1) ?? null);
    }
    let cell = [...row.children].find((one) => one.getAttribute('r') === address);
    if (!cell) {
      cell = make('c');
      cell.setAttribute('r', address);
      const after = [...row.children].find((one) => placeOf(one.getAttribute('r') ?? '').column > column);
      row.insertBefore(cell, after ?? null);
    }
    cell.replaceChildren();
    cell.removeAttribute('t');
    if (text !== '') {
      cell.setAttribute('t', 'inlineStr');
      const words = make('t');
      words.textContent = text;
      const inline = make('is');
      inline.append(words);
      cell.append(inline);
    }
  }
  return new XMLSerializer().serializeToString(document);
}
