import type { HeldCertificate } from '#compliance';
import type { RequestForAward } from '#sourcing';

/** One awarded line as it was quoted. Quantities and prices are decimal text, `amountMinor` minor units of the supplier's currency. */
export interface SealedLine {
  requestLineId: string;
  position: number;
  sku: string | null;
  description: string;
  specification: string | null;
  hsCode: string | null;
  unitCode: string;
  neededBy: string | null;
  leadTimeDays: number;
  quantity: string;
  /** What is paid: the price of the break that the quantity reaches, or the list price. */
  unitPrice: string;
  priceBaseQuantity: string;
  listUnitPrice: string;
  priceBreakFrom: string | null;
  amountMinor: string;
}

/** What one cooperative was awarded: the content of its order. */
export interface SealedSupplier {
  cooperativeId: string;
  quoteId: string;
  quoteReference: string;
  quoteRevision: number;
  currency: string;
  terms: string | null;
  /** Held on the day of the award, for every scheme that the request requires. */
  certificates: HeldCertificate[];
  /** By the request's positions. */
  lines: SealedLine[];
}

/** An award as it was confirmed; ordering issues one order per supplier from it. */
export interface SealedAward {
  id: string;
  requestId: string;
  request: RequestForAward;
  suppliers: SealedSupplier[];
}
