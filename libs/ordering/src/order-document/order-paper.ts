/**
 * What an issued purchase order says, gathered once and frozen. Both its papers, the PDF and the UBL Order, are
 * made of nothing else, so that the same order always gives the same bytes. Money, quantities and prices are decimal
 * strings (domain rule 1): no value here was ever a float.
 */

/** An organisation as it was on the day of issue; a later change of its address does not change the paper. */
export interface PaperParty {
  id: string;
  name: string;
  legalId: string | null;
  street: string | null;
  city: string | null;
  postalCode: string | null;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
}

/** Where the goods go. */
export interface PaperPlace {
  name: string;
  street: string | null;
  city: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export interface PaperLine {
  number: number;
  sku: string | null;
  description: string;
  specification: string | null;
  /** Harmonized System code of the World Customs Organization. */
  hsCode: string | null;
  /** UNECE Recommendation 20. */
  unitCode: string;
  unitName: string;
  /** Decimal. */
  quantity: string;
  /** Decimal, up to 6 places, after the price break; for `priceBaseQuantity` units. */
  unitPrice: string;
  /** Decimal: how many units the price is for. */
  priceBaseQuantity: string;
  /** Decimal in the currency's minor unit digits. */
  amount: string;
  /** Quantity from which the applied price break counts; null means that the list price applies. */
  priceBreakFrom: string | null;
  listUnitPrice: string | null;
  /** yyyy-mm-dd. */
  neededBy: string | null;
  leadTimeDays: number | null;
}

/** A certificate that the buyer required and the seller held on the day of award. */
export interface PaperCertificate {
  reference: string;
  scheme: string;
  /** yyyy-mm-dd. */
  validFrom: string;
  /** yyyy-mm-dd; null means without end. */
  validUntil: string | null;
}

export interface OrderPaper {
  orderId: string;
  reference: string;
  revision: number;
  /** yyyy-mm-dd, in the retailer's time zone. */
  issuedOn: string;
  /** ISO instant; the dates inside the PDF come from it, so that the same order gives the same bytes. */
  issuedAt: string;
  requestReference: string;
  quoteReference: string;
  title: string;
  /** ISO 4217. */
  currency: string;
  /** Digits of the currency's minor unit. */
  currencyDigits: number;
  /** BCP 47 tag of the language that title, descriptions and notes are written in. */
  language: string;
  buyer: PaperParty;
  seller: PaperParty;
  deliverTo: PaperPlace;
  incoterm: string;
  incotermPlace: string;
  /** yyyy-mm-dd. */
  deliverBy: string | null;
  paymentDays: number;
  /** Decimal, of 100. */
  advancePercent: string;
  /** Decimal in the currency's minor unit digits. */
  advanceAmount: string;
  notes: string | null;
  lines: PaperLine[];
  /** Decimal: the sum of the lines' amounts. */
  total: string;
  certificates: PaperCertificate[];
  /** Where a holder of the paper can check it. */
  verifyUrl: string;
  platformName: string;
}
