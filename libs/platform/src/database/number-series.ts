import type { Tx } from './tx.js';

/**
 * Takes the next numbers of an organisation's series in this transaction: without gap or repeat, since the
 * counter's row stays locked until the transaction ends.
 * @returns the first number taken; the others follow it
 */
export async function takeNumbers(
  tx: Tx,
  series: { organisationId: string; kind: string; year: number },
  howMany = 1,
): Promise<number> {
  const { first } = await tx.one<{ first: string }>('select take_numbers($1, $2, $3, $4) as first', [
    series.organisationId,
    series.kind,
    series.year,
    howMany,
  ]);
  return Number(first);
}

/** A reference as people see it: `PO-2026-000045`. */
export function referenceOf(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${number.toString().padStart(6, '0')}`;
}
