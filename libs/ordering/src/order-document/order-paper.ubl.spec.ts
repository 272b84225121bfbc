import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { orderPaperToUbl } from './order-paper.ubl.js';
import { sampleLines, sampleOrderPaper } from './sample-order-paper.js';

const NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  ubl: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
};

const hostileText = 'Warp <weft> & "twill" \'s ]]> \u0000\u0008\u000b\u001f\ufffe 👩‍🌾 \ud800 end';

describe('orderPaperToUbl', () => {
  const schemas = schemaFiles();
  const describeEach =
    schemas.length > 0 ? describe.each(schemas) : describe.skip.each(['none in UBL_XSD_DIR']);
  describeEach('against the schema %s', (file) => {
    if (schemas.length === 0) return test('is valid', () => undefined);
    xmlRegisterFsInputProviders();
    const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file });
    const validator = XsdValidator.fromDoc(schema);
    const everythingAbsent = sampleOrderPaper({
      deliverBy: null,
      notes: null,
      certificates: [],
      buyer: {
        ...sampleOrderPaper().buyer,
        contactName: null,
        email: null,
        phone: null,
        legalId: null,
        street: null,
      },
      lines: sampleLines(1).map((line) => ({
        ...line,
        sku: null,
        specification: null,
        hsCode: null,
        priceBreakFrom: null,
        listUnitPrice: null,
        neededBy: null,
        leadTimeDays: null,
      })),
    });

    it.each([
      ['an order in full', sampleOrderPaper({ lines: sampleLines(20) })],
      ['an order that leaves out what it may', everythingAbsent],
      [
        'hostile text',
        sampleOrderPaper({ title: hostileText, notes: hostileText, platformName: hostileText }),
      ],
    ])('is valid: %s', (_, paper) => {
      const document = XmlDocument.fromString(orderPaperToUbl(paper));
      expect(() => validator.validate(document)).not.toThrow();
      document.dispose();
    });
  });

  it('says what the order says, digit for digit', () => {
    const [line] = sampleLines(1);
    const paper = sampleOrderPaper({
      lines: [
        {
          ...(line ?? failed()),
          quantity: '1200.500',
          unitPrice: '0.123456',
          priceBaseQuantity: '100',
          amount: '12345678901234567.89',
          priceBreakFrom: '500',
          listUnitPrice: '0.150000',
        },
      ],
      total: '12345678901234567.89',
    });
    const ask = asking(orderPaperToUbl(paper));
    const lineItem = '/ubl:Order/cac:OrderLine/cac:LineItem';
    expect(ask('/ubl:Order/cbc:ID')).toEqual([paper.reference]);
    expect(ask('/ubl:Order/cbc:IssueDate')).toEqual([paper.issuedOn]);
    expect(ask('/ubl:Order/cac:QuotationDocumentReference/cbc:ID')).toEqual([paper.quoteReference]);
    expect(ask('/ubl:Order/cac:OriginatorDocumentReference/cbc:ID')).toEqual([paper.requestReference]);
    expect(ask('//cac:AdditionalDocumentReference/cbc:VersionID')).toEqual(['1']);
    expect(ask('//cac:AdditionalDocumentReference/cac:Attachment//cbc:URI')).toEqual([paper.verifyUrl]);
    expect(ask('//cac:AdditionalDocumentReference[cbc:DocumentType]/cbc:ID')).toEqual(
      paper.certificates.map((certificate) => certificate.reference),
    );
    expect(ask('//cac:SellerSupplierParty//cbc:RegistrationName')).toEqual([paper.seller.name]);
    expect(ask('//cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate')).toEqual([
      paper.deliverBy,
      paper.lines[0]?.neededBy,
    ]);
    expect(ask('//cac:PaymentTerms/cbc:Amount')).toEqual([paper.advanceAmount]);
    expect(ask('//cac:AnticipatedMonetaryTotal/cbc:PayableAmount')).toEqual(['12345678901234567.89']);
    expect(ask(`${lineItem}/cbc:Quantity`)).toEqual(['1200.500']);
    expect(ask(`${lineItem}/cbc:LineExtensionAmount`)).toEqual(['12345678901234567.89']);
    expect(ask(`${lineItem}/cac:Price/cbc:PriceAmount`)).toEqual(['0.123456']);
    expect(ask(`${lineItem}/cac:Price/cbc:BaseQuantity`)).toEqual(['100']);
    expect(ask(`${lineItem}//cac:AlternativeConditionPrice/cbc:PriceAmount`)).toEqual(['0.150000']);
    expect(ask(`${lineItem}//cbc:MinimumQuantity`)).toEqual(['500']);
    expect(ask(`${lineItem}//cbc:ItemClassificationCode`)).toEqual(['6302.51']);
  });

  it('keeps what XML can carry and drops what it cannot', () => {
    const ask = asking(orderPaperToUbl(sampleOrderPaper({ notes: hostileText })));
    expect(ask('/ubl:Order/cbc:Note')).toEqual(['Warp <weft> & "twill" \'s ]]>  👩‍🌾  end']);
  });

  it('leaves out the time of issue where its day in UTC is another', () => {
    const xml = orderPaperToUbl(
      sampleOrderPaper({ issuedOn: '2026-11-24', issuedAt: '2026-11-23T23:30:00Z' }),
    );
    expect(xml).not.toContain('IssueTime');
  });
});

/** The Order schema of the folder that UBL_XSD_DIR names, and of release 2.4 where it lies beside. */
function schemaFiles(): string[] {
  const folder = resolve(process.env['UBL_XSD_DIR'] ?? '../shared/data/ubl/2.1/xsd');
  const release = basename(resolve(folder, '..'));
  return [...new Set([release, '2.4'])]
    .map((version) => join(folder, '..', '..', version, 'xsd', 'maindoc', `UBL-Order-${version}.xsd`))
    .filter((file) => existsSync(file));
}

function asking(xml: string): (path: string) => string[] {
  const document = XmlDocument.fromString(xml);
  return (path) => document.find(path, NAMESPACES).map((node) => node.content);
}

function failed(): never {
  throw new Error('sampleLines gave no line');
}
