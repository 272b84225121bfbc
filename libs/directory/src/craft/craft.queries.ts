import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** The crafts that requests, capacities and products name. */
@Injectable()
export class Crafts {
  /** The code of each text that is a craft's code or name, however it is capitalised; others are not in the answer. */
  async codesOf(tx: Tx, texts: readonly string[]): Promise<Map<string, string>> {
    if (texts.length === 0) {
      return new Map();
    }
    const rows = await tx.query<{ text: string; code: string }>(
      `select t.text, c.code from unnest($1::text[]) as t(text)
         join craft c on c.code = regexp_replace(lower(t.text), '[ -]+', '_', 'g') or lower(c.name) = lower(t.text)`,
      [[...new Set(texts)]],
    );
    return new Map(rows.map((row) => [row.text, row.code]));
  }
}
