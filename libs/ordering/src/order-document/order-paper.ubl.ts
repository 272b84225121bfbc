import XMLBuilder from 'fast-xml-builder';
import type { OrderPaper, PaperCertificate, PaperLine, PaperParty, PaperPlace } from './order-paper.js';

/** An element: its children in schema order, attributes as `@_name`, its own text as `#text`. */
type Element = { [name: string]: string | Element | readonly Element[] | readonly string[] | null };

const NAMESPACES = {
  '@_xmlns': 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
  '@_xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@_xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

/** UN/CEFACT 1001 document names. */
const DOCUMENT_TYPE = { order: '220', quotation: '310', requestForQuotation: '311' } as const;

/** Everything outside production 2 of XML 1.0 (`Char`), stray halves of surrogate pairs among it. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/**
 * The order as a UBL 2.1 Order (OASIS, also valid against 2.4), UTF-8. Amounts, prices and quantities are the
 * order's own decimal strings. Where UBL's Order has no element, the paper's words go into the
 * AdditionalDocumentReference that describes the paper itself: its title, revision, issuing platform and where it can
 * be checked.
 */
export function orderPaperToUbl(paper: OrderPaper): string {
  const order: Element = {
    ...NAMESPACES,
    'cbc:UBLVersionID': '2.1',
    'cbc:ID': paper.reference,
    'cbc:UUID': paper.orderId,
    'cbc:IssueDate': paper.issuedOn,
    'cbc:IssueTime': issueTime(paper),
    'cbc:OrderTypeCode': { '@_listID': 'UNCL1001', '#text': DOCUMENT_TYPE.order },
    'cbc:Note': paper.notes === null ? null : inLanguage(paper, paper.notes),
    'cbc:DocumentCurrencyCode': currencyCode(paper),
    'cbc:PricingCurrencyCode': currencyCode(paper),
    'cbc:LineCountNumeric': String(paper.lines.length),
    'cac:QuotationDocumentReference': documentReference(paper.quoteReference, DOCUMENT_TYPE.quotation),
    'cac:OriginatorDocumentReference': documentReference(
      paper.requestReference,
      DOCUMENT_TYPE.requestForQuotation,
    ),
    'cac:AdditionalDocumentReference': [paperItself(paper), ...paper.certificates.map(certificate)],
    'cac:BuyerCustomerParty': { 'cac:Party': party(paper.buyer) },
    'cac:SellerSupplierParty': { 'cac:Party': party(paper.seller) },
    'cac:Delivery': {
      'cac:DeliveryLocation': { 'cbc:Name': paper.deliverTo.name, 'cac:Address': address(paper.deliverTo) },
      'cac:RequestedDeliveryPeriod': paper.deliverBy === null ? null : { 'cbc:EndDate': paper.deliverBy },
    },
    'cac:DeliveryTerms': {
      'cbc:ID': { '@_schemeID': 'INCOTERMS', '#text': paper.incoterm },
      'cac:DeliveryLocation': { 'cbc:Name': paper.incotermPlace },
    },
    'cac:PaymentTerms': [advance(paper), settlement(paper)],
    'cac:AnticipatedMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(paper, paper.total),
      'cbc:PayableAmount': amount(paper, paper.total),
    },
    'cac:OrderLine': paper.lines.map((line) => orderLine(paper, line)),
  };
  return builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, Order: fitForXml(order) });
}

/** The time of issue in UTC, where its day is the day of issue; otherwise the pair would name another instant. */
function issueTime(paper: OrderPaper): string | null {
  const instant = new Date(paper.issuedAt).toISOString();
  return instant.slice(0, 10) === paper.issuedOn ? `${instant.slice(11, 19)}Z` : null;
}

function currencyCode(paper: OrderPaper): Element {
  return { '@_listID': 'ISO4217', '#text': paper.currency };
}

function documentReference(reference: string, typeCode: string): Element {
  return { 'cbc:ID': reference, 'cbc:DocumentTypeCode': { '@_listID': 'UNCL1001', '#text': typeCode } };
}

function paperItself(paper: OrderPaper): Element {
  return {
    ...documentReference(paper.reference, DOCUMENT_TYPE.order),
    'cbc:LanguageID': paper.language,
    'cbc:VersionID': String(paper.revision),
    'cbc:DocumentDescription': inLanguage(paper, paper.title),
    'cac:Attachment': { 'cac:ExternalReference': { 'cbc:URI': paper.verifyUrl } },
    'cac:IssuerParty': { 'cac:PartyName': { 'cbc:Name': paper.platformName } },
  };
}

function certificate(held: PaperCertificate): Element {
  return {
    'cbc:ID': held.reference,
    'cbc:DocumentType': 'Certificate',
    'cbc:DocumentDescription': held.scheme,
    'cac:ValidityPeriod': { 'cbc:StartDate': held.validFrom, 'cbc:EndDate': held.validUntil },
  };
}

function party(organisation: PaperParty): Element {
  const hasContact = organisation.contactName ?? organisation.phone ?? organisation.email;
  return {
    'cac:PartyIdentification': { 'cbc:ID': organisation.id },
    'cac:PartyName': { 'cbc:Name': organisation.name },
    'cac:PostalAddress': address(organisation),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': organisation.name,
      'cbc:CompanyID': organisation.legalId,
    },
    'cac:Contact': hasContact
      ? {
          'cbc:Name': organisation.contactName,
          'cbc:Telephone': organisation.phone,
          'cbc:ElectronicMail': organisation.email,
        }
      : null,
  };
}

function address(
  place: Pick<PaperPlace, 'street' | 'city' | 'postalCode' | 'country'> & { region?: string | null },
): Element {
  return {
    'cbc:StreetName': place.street,
    'cbc:CityName': place.city,
    'cbc:PostalZone': place.postalCode,
    'cbc:CountrySubentity': place.region ?? null,
    'cac:Country': { 'cbc:IdentificationCode': { '@_listID': 'ISO3166-1', '#text': place.country } },
  };
}

function advance(paper: OrderPaper): Element {
  return {
    'cbc:ID': 'advance',
    'cbc:Note': `Advance of ${paper.advancePercent} % of the total`,
    'cbc:PaymentPercent': paper.advancePercent,
    'cbc:Amount': amount(paper, paper.advanceAmount),
  };
}

function settlement(paper: OrderPaper): Element {
  return {
    'cbc:ID': 'settlement',
    'cbc:Note': `${paper.paymentDays} days net`,
    'cac:SettlementPeriod': { 'cbc:DurationMeasure': days(paper.paymentDays) },
  };
}

function orderLine(paper: OrderPaper, line: PaperLine): Element {
  return {
    'cac:LineItem': {
      'cbc:ID': String(line.number),
      'cbc:Quantity': quantity(line, line.quantity),
      'cbc:LineExtensionAmount': amount(paper, line.amount),
      'cac:Delivery':
        line.neededBy === null ? null : { 'cac:RequestedDeliveryPeriod': { 'cbc:EndDate': line.neededBy } },
      'cac:PricingReference': pricingReference(paper, line),
      'cac:Price': {
        ...price(paper, line, line.unitPrice),
        'cbc:PriceChangeReason':
          line.priceBreakFrom === null ? null : `Price break from ${line.priceBreakFrom} ${line.unitName}`,
      },
      'cac:Item': item(paper, line),
    },
  };
}

/** The quoted step that gave the price: its lead time, the quantity it counts from, and the list price beside it. */
function pricingReference(paper: OrderPaper, line: PaperLine): Element | null {
  if (line.leadTimeDays === null && line.priceBreakFrom === null && line.listUnitPrice === null) return null;
  return {
    'cac:OriginalItemLocationQuantity': {
      'cbc:LeadTimeMeasure': line.leadTimeDays === null ? null : days(line.leadTimeDays),
      'cbc:MinimumQuantity': line.priceBreakFrom === null ? null : quantity(line, line.priceBreakFrom),
      'cac:Price': price(paper, line, line.unitPrice),
    },
    'cac:AlternativeConditionPrice':
      line.listUnitPrice === null
        ? null
        : { ...price(paper, line, line.listUnitPrice), 'cbc:PriceType': 'List price' },
  };
}

function item(paper: OrderPaper, line: PaperLine): Element {
  return {
    'cbc:Description': line.specification === null ? null : inLanguage(paper, line.specification),
    'cbc:Name': inLanguage(paper, line.description),
    'cac:BuyersItemIdentification': line.sku === null ? null : { 'cbc:ID': line.sku },
    'cac:CommodityClassification':
      line.hsCode === null
        ? null
        : { 'cbc:ItemClassificationCode': { '@_listID': 'HS', '#text': line.hsCode } },
    'cac:AdditionalItemProperty': { 'cbc:Name': 'Unit', 'cbc:Value': line.unitName },
  };
}

function price(paper: OrderPaper, line: PaperLine, unitPrice: string): Element {
  return {
    'cbc:PriceAmount': amount(paper, unitPrice),
    'cbc:BaseQuantity': quantity(line, line.priceBaseQuantity),
  };
}

function amount(paper: OrderPaper, value: string): Element {
  return { '@_currencyID': paper.currency, '#text': value };
}

function quantity(line: PaperLine, value: string): Element {
  return { '@_unitCode': line.unitCode, '@_unitCodeListID': 'UNECERec20', '#text': value };
}

function days(count: number): Element {
  return { '@_unitCode': 'DAY', '#text': String(count) };
}

function inLanguage(paper: OrderPaper, text: string): Element {
  return { '@_languageID': paper.language, '#text': text };
}

/** Leaves out what the order does not say, and the characters that XML 1.0 cannot carry. */
function fitForXml(element: Element): Element {
  const fit: Element = {};
  for (const [name, content] of Object.entries(element)) {
    if (content === null) continue;
    fit[name] = fitContent(content);
  }
  return fit;
}

function fitContent(content: string | Element | readonly (Element | string)[]): string | Element | Element[] {
  if (typeof content === 'string') return content.replace(NOT_XML, '');
  return isList(content)
    ? content.map((entry) => fitForXml(typeof entry === 'string' ? { '#text': entry } : entry))
    : fitForXml(content);
}

function isList(content: Element | readonly (Element | string)[]): content is readonly (Element | string)[] {
  return Array.isArray(content);
}
