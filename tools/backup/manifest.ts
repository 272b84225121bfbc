import { BackupError } from './backup-error.js';

/** Raised when an older restore could not read what this one writes. */
const format = 1;

/** The first entry: what the rest is and what reading it needs. */
export interface Head {
  kind: 'weftway-backup';
  format: number;
  /** Of the application that made it. */
  version: string;
  /** The moment of the snapshot, by the database's own clock. */
  takenAt: string;
  postgres: string;
  /** By class, oldest first: the schema that the rows fit. */
  migrations: string[];
  tables: { name: string; columns: string[] }[];
}

/** The last entry but the seal: what must have come before it. */
export interface Contents {
  /** Rows by table. */
  rows: Record<string, number>;
  /** The last value of each sequence that was used. */
  sequences: { name: string; value: string }[];
  files: { count: number; bytes: number };
  /** Storage keys of files that were missing or altered already, when a backup without them was asked for. */
  lacking: string[];
}

export const names = {
  head: 'weftway-backup.json',
  contents: 'contents.json',
  seal: 'seal',
  /** Pieces of one COPY, in order. */
  piece: (table: string, index: number): string => `tables/${table}/${String(index).padStart(6, '0')}.copy`,
  file: (storageKey: string): string => `files/${storageKey}`,
};

/** @returns the table of a piece, or null */
export function tableOf(entry: string): string | null {
  return /^tables\/([a-z_0-9]+)\/\d{6,}\.copy$/.exec(entry)?.[1] ?? null;
}

/** @returns the storage key of a file, or null */
export function storageKeyOf(entry: string): string | null {
  return entry.startsWith('files/') ? entry.slice('files/'.length) : null;
}

export function newHead(head: Omit<Head, 'kind' | 'format'>): Head {
  return { kind: 'weftway-backup', format, ...head };
}

/** @throws BackupError when this is another kind of archive, or one of a later application */
export function readHead(entry: { name: string; content: Buffer } | undefined): Head {
  if (entry?.name !== names.head) {
    throw new BackupError('This is no backup of Weftway.');
  }
  const head = JSON.parse(entry.content.toString('utf8')) as Head;
  if (head.kind !== 'weftway-backup') {
    throw new BackupError('This is no backup of Weftway.');
  }
  if (head.format !== format) {
    throw new BackupError(
      `The backup is of format ${head.format}, this application reads ${format}: restore it with Weftway ${head.version}.`,
    );
  }
  return head;
}

export function toJson(value: Head | Contents): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`, 'utf8');
}
