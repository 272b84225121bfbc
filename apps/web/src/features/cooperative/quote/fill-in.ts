import type { Schemas } from '@/api/client';
import { emptyLine, type LocalQuote, type TypedLine } from './local-quote';
import type { AskedLine, AskedRequest } from './read-quote';

type Revision = Schemas['QuoteRevisionView'];
type Product = Schemas['ProductView'];

/** What a quote can be begun from: the cooperative's last one, and what it shows. */
export interface Known {
  lastQuote: Revision | null;
  products: readonly Product[];
}

function begun(request: AskedRequest): LocalQuote {
  return {
    requestId: request.id,
    title: request.title,
    retailer: request.retailer.name,
    deadline: request.deadline,
    requestRevision: request.revision,
    currency: request.currency,
    validUntil: daysAfter(request.deadline, 60),
    terms: '',
    lines: {},
    version: null,
    changes: 0,
    savedChanges: 0,
    heldBack: 0,
    wantsSending: false,
    refusal: null,
  };
}

function daysAfter(at: string, days: number): string {
  return new Date(new Date(at).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The server's own quote, to be gone on with. */
export function fromServer(
  request: AskedRequest,
  asked: readonly AskedLine[],
  quote: Schemas['QuoteView'],
): LocalQuote {
  const held = quote.draft ?? quote.submitted;
  const offered = new Map(held?.lines.map((line) => [line.requestLineId, line]));
  return {
    ...begun(request),
    currency: held?.currency ?? request.currency,
    validUntil: held?.validUntil ?? daysAfter(request.deadline, 60),
    terms: held?.terms ?? '',
    version: quote.version,
    lines: Object.fromEntries(
      asked.map((line) => {
        const offer = offered.get(line.id);
        return [
          line.id,
          offer ? typedLine(offer) : { ...emptyLine(line.quantity), leftOut: quote.submitted !== null },
        ];
      }),
    ),
  };
}

function typedLine(offer: Schemas['QuoteLineView']): TypedLine {
  return {
    quantity: offer.quantity,
    unitPrice: offer.unitPrice,
    priceBaseQuantity: offer.priceBaseQuantity,
    leadTimeDays: String(offer.leadTimeDays),
    minimumQuantity: offer.minimumQuantity === '0' ? '' : offer.minimumQuantity,
    capacityPerMonth: offer.capacityPerMonth ?? '',
    note: offer.note ?? '',
    priceBreaks: offer.priceBreaks.map(({ fromQuantity, unitPrice }) => ({ fromQuantity, unitPrice })),
    leftOut: false,
    filledFrom: null,
  };
}

/** A new quote, filled from what the cooperative said before wherever it is about the same ware. */
export function fromKnown(request: AskedRequest, asked: readonly AskedLine[], known: Known): LocalQuote {
  const quote = begun(request);
  const currency = known.lastQuote?.currency ?? known.products[0]?.currency ?? request.currency;
  return {
    ...quote,
    currency,
    terms: known.lastQuote?.terms ?? '',
    lines: Object.fromEntries(asked.map((line) => [line.id, filledIn(line, currency, known)])),
  };
}

function filledIn(asked: AskedLine, currency: string, known: Known): TypedLine {
  const line = emptyLine(asked.quantity);
  const wanted = wordsOf(asked.description);
  const former = best(
    known.lastQuote?.lines.filter((one) => one.unitCode === asked.unitCode) ?? [],
    (one) => one.description,
    wanted,
  );
  if (former) {
    return {
      ...line,
      unitPrice: former.unitPrice,
      priceBaseQuantity: former.priceBaseQuantity,
      leadTimeDays: String(former.leadTimeDays),
      filledFrom: former.description,
    };
  }
  const product = best(
    known.products.filter((one) => one.unitCode === asked.unitCode),
    (one) => one.name,
    wanted,
  );
  const leadTimes = known.lastQuote?.lines.map((one) => one.leadTimeDays) ?? [];
  const usual = leadTimes.length > 0 ? String(Math.max(...leadTimes)) : '';
  return product
    ? {
        ...line,
        // A price in another currency would be a wrong one.
        unitPrice: product.currency === currency ? product.priceFrom : '',
        leadTimeDays:
          product.leadTimeDays === null || product.leadTimeDays === undefined
            ? usual
            : String(product.leadTimeDays),
        filledFrom: product.name,
      }
    : { ...line, leadTimeDays: usual };
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/\p{L}{3,}|\d+/gu)
      ?.map((word) => word.replace(/s$/, '')),
  );

/** The most alike by its words, if at least three of five are shared. */
function best<One>(
  ones: readonly One[],
  name: (one: One) => string,
  wanted: ReadonlySet<string>,
): One | null {
  let found: { one: One; share: number } | null = null;
  for (const one of ones) {
    const words = wordsOf(name(one));
    const shared = [...words].filter((word) => wanted.has(word)).length;
    const share = shared / Math.max(1, new Set([...words, ...wanted]).size);
    if (share >= 0.6 && share > (found?.share ?? 0)) {
      found = { one, share };
    }
  }
  return found?.one ?? null;
}
