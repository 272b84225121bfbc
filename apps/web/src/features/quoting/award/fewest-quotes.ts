import type { ComparedOffer } from '../comparison/compared';
import { least, places, unitsOf } from '../figures/decimal';
import type { Ground } from './plan';

/** As few cooperatives as it takes: each time the one that fills most of what is left, counted in whole lines. */
export function fewestQuotes(
  ground: Ground,
  allowed: ReadonlyMap<string, readonly ComparedOffer[]>,
): Set<string> {
  const asked = new Map(
    ground.comparison.lines.map((line) => [line.requestLineId, unitsOf(line.quantity, places.quantity)]),
  );
  const left = new Map(asked);
  const byQuote = new Map<string, { lineId: string; can: bigint; minimum: bigint }[]>();
  for (const [lineId, offers] of allowed) {
    for (const offer of offers) {
      const size = ground.sizes.get(offer);
      if (size) {
        const of = byQuote.get(offer.quoteId) ?? [];
        of.push({ lineId, can: size.can, minimum: size.minimum });
        byQuote.set(offer.quoteId, of);
      }
    }
  }
  const chosen = new Set<string>();
  for (;;) {
    let best: { quoteId: string; gain: number } | null = null;
    for (const [quoteId, offers] of byQuote) {
      let gain = 0;
      for (const { lineId, can, minimum } of offers) {
        const open = least(can, left.get(lineId) ?? 0n);
        if (open > 0n && open >= minimum) {
          // A share of the line: it only ranks, nothing is paid by it.
          gain += Number(open) / Number(asked.get(lineId));
        }
      }
      if (gain > (best?.gain ?? 0)) {
        best = { quoteId, gain };
      }
    }
    if (!best) {
      return chosen;
    }
    chosen.add(best.quoteId);
    for (const { lineId, can, minimum } of byQuote.get(best.quoteId) ?? []) {
      const open = left.get(lineId) ?? 0n;
      if (least(can, open) >= minimum) {
        left.set(lineId, ground.terms.splitWelcome ? open - least(can, open) : 0n);
      }
    }
    byQuote.delete(best.quoteId);
  }
}
