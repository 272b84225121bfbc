import type { HeldCertificate } from '#compliance';
import type { CooperativeSummary } from '#directory';
import { type EuroRates, exact, lineAmountMinor, minorToText } from '#platform';
import { converterTo } from '../conversion.js';
import { comparedQuantity, priceAt } from '../quote/pricing.rules.js';
import type {
  ComparedLine,
  ComparedOffer,
  ComparedQuote,
  ComparedRate,
  ComparedScheme,
} from './comparison.dto.js';
import type { ComparedOfferRow, ComparedQuoteRow, ComparedRequestRow } from './comparison.queries.js';
import { bestOf, compareOffers, type RankedOffer } from './comparison.rules.js';

/** What a matrix is made of; pure from here on. */
export interface MatrixSources {
  request: ComparedRequestRow;
  quotes: readonly ComparedQuoteRow[];
  schemes: readonly ComparedScheme[];
  held: readonly HeldCertificate[];
  cooperatives: ReadonlyMap<string, CooperativeSummary>;
  rates: EuroRates;
  rateDays: ReadonlyMap<string, string>;
}

interface PricedOffer extends RankedOffer {
  requestLineId: string;
  inFull: boolean;
  ownMinor: bigint;
  shown: Omit<ComparedOffer, 'best'>;
}

interface PricedQuote {
  shown: ComparedQuote;
  convertedMinor: bigint;
  offers: PricedOffer[];
}

/** Lines x cooperatives in the request's currency, with what speaks for each and what stands against it. */
export function comparisonMatrix(sources: MatrixSources): {
  rates: ComparedRate[];
  cooperatives: ComparedQuote[];
  lines: ComparedLine[];
} {
  const { request, rates, rateDays } = sources;
  const quotes = sources.quotes.map((row) => pricedQuote(row, sources));
  const byLine = new Map(request.lines.map((line) => [line.requestLineId, [] as PricedOffer[]]));
  for (const offer of quotes.flatMap((quote) => quote.offers)) {
    byLine.get(offer.requestLineId)?.push(offer);
  }
  quotes.sort(byCoverage);
  return {
    rates: [...rates].map(([currency, perEuro]) => ({
      currency,
      perEuro: exact(perEuro).toFixed(),
      day: currency === 'EUR' ? null : (rateDays.get(currency) ?? null),
    })),
    cooperatives: quotes.map((quote) => quote.shown),
    lines: request.lines.map((line) => {
      const ranked = (byLine.get(line.requestLineId) ?? []).sort(compareOffers);
      const best = bestOf(ranked);
      return {
        ...line,
        bestQuoteId: best,
        offers: ranked.map(({ shown, quoteId }) => ({ ...shown, best: quoteId === best })),
      };
    }),
  };
}

function byCoverage(one: PricedQuote, other: PricedQuote): number {
  return (
    other.shown.linesInFull - one.shown.linesInFull ||
    other.shown.linesQuoted - one.shown.linesQuoted ||
    exact(one.convertedMinor).cmp(exact(other.convertedMinor))
  );
}

function pricedQuote(row: ComparedQuoteRow, sources: MatrixSources): PricedQuote {
  const { request, schemes, held, cooperatives, rates } = sources;
  const certificates = held.filter((certificate) => certificate.cooperativeId === row.cooperativeId);
  const missing = schemes.filter(
    (scheme) => !certificates.some((certificate) => certificate.schemeId === scheme.id),
  );
  const stale = row.requestRevision !== request.revision;
  const expired = row.validUntil < request.today;
  const stands = !stale && !expired && missing.length === 0;

  const convert = converterTo(request.currency, rates);
  const asked = new Map(request.lines.map((line) => [line.requestLineId, line.quantity]));
  const offers = row.offers.flatMap((offer) => {
    const quantity = asked.get(offer.requestLineId);
    return quantity === undefined
      ? []
      : [pricedOffer(offer, quantity, row, { currency: request.currency, convert, stands })];
  });
  const convertedMinor = offers.reduce((sum, offer) => sum + offer.amountMinor, 0n);
  const cooperative = cooperatives.get(row.cooperativeId);
  return {
    offers,
    convertedMinor,
    shown: {
      quoteId: row.quoteId,
      reference: row.reference,
      state: row.state,
      revision: row.revision,
      cooperativeId: row.cooperativeId,
      name: cooperative?.name ?? '',
      country: cooperative?.country ?? null,
      place: cooperative?.place ?? null,
      makers: cooperative?.makers ?? null,
      makersWomen: cooperative?.makersWomen ?? null,
      currency: row.currency,
      validUntil: row.validUntil,
      terms: row.terms,
      submittedAt: row.submittedAt,
      stale,
      expired,
      certificates: certificates.map(({ schemeId, scheme, reference, validUntil }) => ({
        schemeId,
        scheme,
        reference,
        validUntil,
      })),
      missing,
      linesQuoted: offers.length,
      linesInFull: offers.filter((offer) => offer.inFull).length,
      total: minorToText(
        offers.reduce((sum, offer) => sum + offer.ownMinor, 0n),
        row.currency,
      ),
      convertedTotal: minorToText(convertedMinor, request.currency),
    },
  };
}

function pricedOffer(
  offer: ComparedOfferRow,
  asked: string,
  quote: ComparedQuoteRow,
  into: { currency: string; convert: (minor: bigint, from: string) => bigint; stands: boolean },
): PricedOffer {
  const { unitPrice: listUnitPrice, requestLineId, ...kept } = offer;
  const compared = comparedQuantity(asked, offer.quantity);
  const { unitPrice, breakFrom } = priceAt(offer, compared);
  const ownMinor = lineAmountMinor(
    { quantity: compared, unitPrice, priceBaseQuantity: offer.priceBaseQuantity },
    quote.currency,
  );
  const amountMinor = into.convert(ownMinor, quote.currency);
  const amount = minorToText(ownMinor, quote.currency);
  return {
    requestLineId,
    quoteId: quote.quoteId,
    amountMinor,
    ownMinor,
    leadTimeDays: offer.leadTimeDays,
    comparedThousandths: BigInt(exact(compared).times(1000).toFixed(0)),
    inFull: compared === asked,
    awardable: into.stands && exact(compared).gte(exact(offer.minimumQuantity)),
    shown: {
      ...kept,
      quoteId: quote.quoteId,
      cooperativeId: quote.cooperativeId,
      comparedQuantity: compared,
      unitPrice,
      listUnitPrice,
      priceBreakFrom: breakFrom,
      amount,
      convertedAmount: quote.currency === into.currency ? amount : minorToText(amountMinor, into.currency),
    },
  };
}
