import { Injectable } from '@nestjs/common';
import { Certificates, Schemes } from '#compliance';
import { Cooperatives } from '#directory';
import { Database, ExchangeRates, type OrganisationActor, type Tx } from '#platform';
import { quotingErrors } from '../quoting.errors.js';
import { comparisonMatrix } from './comparison-matrix.js';
import { comparisonWorkbook } from './comparison.workbook.js';
import type { ComparedScheme, Comparison } from './comparison.dto.js';
import {
  type ComparedRequestRow,
  readComparedQuotes,
  readComparedRequest,
  readRateDays,
} from './comparison.queries.js';

/** All quotes of a request side by side. Every read is the buyer's own, so that the row policies keep what is sealed. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly database: Database,
    private readonly certificates: Certificates,
    private readonly schemes: Schemes,
    private readonly cooperatives: Cooperatives,
    private readonly rates: ExchangeRates,
  ) {}

  async ofRequest(actor: OrganisationActor, requestId: string): Promise<Comparison> {
    return this.database.read(actor, async (tx) => {
      const request = await readComparedRequest(tx, requestId);
      const requiredSchemes = await this.schemes.byIds(tx, request.schemeIds);
      const { id, reference, title, state, currency, deadline, sealed, quotedBy } = request;
      return {
        requestId: id,
        reference,
        title,
        state,
        currency,
        deadline,
        sealed,
        requiredSchemes,
        quoteCount: quotedBy.length,
        quotedBy: quotedBy.map((one) => ({ ...one, submittedAt: new Date(one.submittedAt) })),
        ...(sealed ? withoutPrices(request) : await this.matrix(tx, request, requiredSchemes)),
      };
    });
  }

  /** The same as a workbook. @throws DomainError `prices_are_sealed` */
  async workbook(actor: OrganisationActor, requestId: string): Promise<{ name: string; content: Buffer }> {
    const comparison = await this.ofRequest(actor, requestId);
    if (comparison.sealed) {
      throw quotingErrors.prices_are_sealed();
    }
    return { name: `comparison-${comparison.reference}.xlsx`, content: await comparisonWorkbook(comparison) };
  }

  private async matrix(
    tx: Tx,
    request: ComparedRequestRow,
    schemes: ComparedScheme[],
  ): Promise<Pick<Comparison, 'rates' | 'cooperatives' | 'lines'>> {
    const quotes = await readComparedQuotes(tx, request.id);
    const cooperativeIds = quotes.map((quote) => quote.cooperativeId);
    const currencies = [...new Set([request.currency, ...quotes.map((quote) => quote.currency)])];
    const held = await this.certificates.held(tx, cooperativeIds, request.schemeIds);
    const cooperatives = await this.cooperatives.summaries(tx, cooperativeIds);
    const rates = await this.rates.of(tx, currencies);
    const rateDays = await readRateDays(tx, currencies);
    return comparisonMatrix({ request, quotes, schemes, held, cooperatives, rates, rateDays });
  }
}

function withoutPrices(request: ComparedRequestRow): Pick<Comparison, 'rates' | 'cooperatives' | 'lines'> {
  return {
    rates: [],
    cooperatives: [],
    lines: request.lines.map((line) => ({ ...line, bestQuoteId: null, offers: [] })),
  };
}
