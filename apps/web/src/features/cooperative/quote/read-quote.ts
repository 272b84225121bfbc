import type { Schemas } from '@/api/client';
import { amountText } from './amounts';
import { emptyLine, type LocalQuote } from './local-quote';
import { type LineReading, readLine } from './read-line';

export type AskedLine = Schemas['InvitedLineView'];
export type AskedRequest = Schemas['InvitedRequestView'];

export interface QuoteReading {
  /** In the request's order. */
  lines: { asked: AskedLine; reading: LineReading }[];
  counts: Record<LineReading['state'], number>;
  total: string;
  validityFault: 'faultMissing' | 'faultValidity' | null;
  /** Nothing keeps it from being sent. */
  complete: boolean;
}

/** What a whole quote is worth as it stands. */
export function readQuote(
  quote: LocalQuote,
  request: AskedRequest,
  asked: readonly AskedLine[],
): QuoteReading {
  const lines = asked.map((line) => ({
    asked: line,
    reading: readLine(
      line,
      quote.lines[line.id] ?? emptyLine(line.quantity),
      quote.currency,
      request.partialWelcome,
    ),
  }));
  const counts = { empty: 0, left_out: 0, unfinished: 0, wrong: 0, ready: 0 };
  let total = 0n;
  for (const { reading } of lines) {
    counts[reading.state] += 1;
    total += reading.amount ?? 0n;
  }
  const validityFault =
    quote.validUntil === ''
      ? 'faultMissing'
      : quote.validUntil > request.deadline.slice(0, 10)
        ? null
        : 'faultValidity';
  const missing =
    counts.unfinished + counts.wrong + (request.partialWelcome ? 0 : counts.empty + counts.left_out);
  return {
    lines,
    counts,
    total: amountText(total, quote.currency),
    validityFault,
    complete: counts.ready > 0 && missing === 0 && validityFault === null,
  };
}

/** What the server is told: the lines that are complete. `heldBack` counts those that are begun and not. */
export function bodyOf(
  quote: LocalQuote,
  reading: QuoteReading,
): { body: Schemas['QuoteDraft']; lineIds: string[]; heldBack: number } {
  const ready = reading.lines.flatMap(({ reading: line }) => (line.input ? [line.input] : []));
  return {
    body: {
      currency: quote.currency,
      validUntil: quote.validUntil,
      terms: quote.terms.trim() || null,
      lines: ready,
    },
    lineIds: ready.map((line) => line.requestLineId),
    heldBack: reading.counts.unfinished + reading.counts.wrong,
  };
}

/** Whether what the server holds is what would be sent: an answer that was lost on its way had been heard. */
export function sameAsServer(
  body: Schemas['QuoteDraft'],
  held: Schemas['QuoteRevisionView'] | null,
): boolean {
  return held !== null && canonical(body) === canonical(held);
}

function canonical(quote: Schemas['QuoteDraft'] | Schemas['QuoteRevisionView']): string {
  const lines = [...quote.lines]
    .sort((one, other) => (one.requestLineId < other.requestLineId ? -1 : 1))
    .map((line) => [
      line.requestLineId,
      line.quantity,
      line.unitPrice,
      line.priceBaseQuantity,
      line.minimumQuantity,
      line.leadTimeDays,
      line.capacityPerMonth ?? null,
      line.note ?? null,
      line.priceBreaks.map((step) => [step.fromQuantity, step.unitPrice]),
    ]);
  return JSON.stringify([quote.currency, quote.validUntil, quote.terms ?? null, lines]);
}
