import type { OrderPaper, PaperLine, PaperParty } from './order-paper.js';

/** An order between two invented organisations, for tests and for looking at the papers. */
export function sampleOrderPaper(changes: Partial<OrderPaper> = {}): OrderPaper {
  const lines = changes.lines ?? sampleLines(3);
  return {
    orderId: '0193a7de-6c1f-7c3a-9d53-2f4f6a1b7c11',
    reference: 'NORD-2026-000123',
    revision: 1,
    issuedOn: '2026-11-23',
    issuedAt: '2026-11-23T09:15:27.412Z',
    requestReference: 'RFQ-2026-000041',
    quoteReference: 'Q-2026-000388',
    title: 'Hand-woven table linen, spring 2027',
    currency: 'EUR',
    currencyDigits: 2,
    language: 'en',
    buyer: sampleBuyer,
    seller: sampleSeller,
    deliverTo: {
      name: 'Nordlys Hjem, central warehouse',
      street: 'Havnegata 44',
      city: 'Larvik',
      postalCode: '3263',
      country: 'NO',
    },
    incoterm: 'FCA',
    incotermPlace: 'Chattogram',
    deliverBy: '2027-02-15',
    paymentDays: 30,
    advancePercent: '30.00',
    advanceAmount: sumOf(lines, 30n),
    notes:
      'Please send a dyed sample of each colour before the loom is warped.\n' +
      'Cartons carry our article number and the weaver’s name; no plastic wrapping, please.',
    lines,
    total: sumOf(lines, 100n),
    certificates: [
      {
        reference: 'WFTO-GS-2025-0817',
        scheme: 'WFTO Guarantee System',
        validFrom: '2025-06-01',
        validUntil: '2028-05-31',
      },
      {
        reference: 'GOTS-CU-1098233',
        scheme: 'Global Organic Textile Standard',
        validFrom: '2026-01-15',
        validUntil: null,
      },
    ],
    verifyUrl: 'https://weftway.example/verify/0193a7de-6c1f-7c3a-9d53-2f4f6a1b7c11?c=8f41c6',
    platformName: 'Weftway',
    ...changes,
  };
}

export const sampleBuyer: PaperParty = {
  id: '0193a7de-0000-7000-8000-000000000001',
  name: 'Nordlys Hjem AS',
  legalId: 'NO 912 345 678 MVA',
  street: 'Kirkegata 12',
  city: 'Oslo',
  postalCode: '0153',
  region: null,
  country: 'NO',
  contactName: 'Ingrid Bakke',
  email: 'ingrid.bakke@nordlys.example',
  phone: '+47 22 00 00 00',
};

export const sampleSeller: PaperParty = {
  id: '0193a7de-0000-7000-8000-000000000002',
  name: 'Shitalakshya Weavers’ Cooperative',
  legalId: 'BD-COOP-00417',
  street: '7 Tanti Para Road',
  city: 'Narayanganj',
  postalCode: '1400',
  region: 'Dhaka',
  country: 'BD',
  contactName: 'Rokeya Khatun',
  email: 'rokeya@shitalakshya.example',
  phone: '+880 1700 000000',
};

const GOODS = [
  [
    'Table runner, jamdani border',
    'Handloom cotton 60/2, 40 x 140 cm, undyed ground with indigo border, double hem',
    '6302.51',
  ],
  [
    'Napkin, set of four',
    'Handloom cotton, 45 x 45 cm, natural dyes (indigo, madder, weld), washed once',
    '6302.51',
  ],
  ['Cushion cover', 'Kantha stitch on recycled sari, 50 x 50 cm, coconut button, no two alike', '6304.92'],
  ['Basket with lid', 'Coiled seagrass and jute, 30 cm high', '4602.19'],
] as const;

/** Lines whose amounts follow from quantity and price. */
export function sampleLines(count: number): PaperLine[] {
  return Array.from({ length: count }, (_, index) => {
    const [description, specification, hsCode] = GOODS[index % GOODS.length] ?? GOODS[0];
    const quantity = 120 + (index % 7) * 190;
    const hasBreak = quantity >= 500;
    const cents = BigInt(480 + (index % 5) * 125) - (hasBreak ? 60n : 0n);
    return {
      number: index + 1,
      sku: `TX-${String(2041 + index)}`,
      description,
      specification,
      hsCode,
      unitCode: index % 4 === 1 ? 'SET' : 'H87',
      unitName: index % 4 === 1 ? 'sets' : 'pieces',
      quantity: `${String(quantity)}.000`,
      unitPrice: `${decimal(cents)}0000`,
      priceBaseQuantity: '1',
      amount: decimal(cents * BigInt(quantity)),
      priceBreakFrom: hasBreak ? '500' : null,
      listUnitPrice: hasBreak ? decimal(cents + 60n) : null,
      neededBy: index % 3 === 0 ? '2027-01-31' : null,
      leadTimeDays: 45,
    };
  });
}

function sumOf(lines: readonly PaperLine[], percent: bigint): string {
  const cents = lines.reduce((sum, line) => sum + BigInt(line.amount.replace('.', '')), 0n);
  return decimal((cents * percent) / 100n);
}

function decimal(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
