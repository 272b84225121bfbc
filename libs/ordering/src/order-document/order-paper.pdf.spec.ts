import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OrderPaper } from './order-paper.js';
import { ATTACHED_ORDER, renderOrderPaper } from './order-paper.pdf.js';
import { orderPaperToUbl } from './order-paper.ubl.js';
import { numberInWords } from './paper-words.js';
import { sampleBuyer, sampleLines, sampleOrderPaper, sampleSeller } from './sample-order-paper.js';

describe('renderOrderPaper', () => {
  it('prints what the order says', async () => {
    const paper = sampleOrderPaper({ lines: sampleLines(20) });
    const text = flat((await pagesOf(await rendered(paper))).join(' '));
    for (const line of paper.lines) {
      expect(text).toContain(line.description);
      expect(text).toContain(line.sku);
      expect(text).toContain(numberInWords(line.amount, 2));
      expect(text).toContain(numberInWords(line.quantity));
    }
    for (const said of [
      'Purchase order',
      'NORD-2026-000123 · revision 1',
      'RFQ-2026-000041',
      'Q-2026-000388',
      '23 November 2026',
      'Nordlys Hjem AS',
      'NO 912 345 678 MVA',
      'rokeya@shitalakshya.example',
      'Havnegata 44',
      'FCA Chattogram',
      '15 February 2027',
      '30 days net',
      `EUR ${numberInWords(paper.total, 2)}`,
      `30 % (EUR ${numberInWords(paper.advanceAmount, 2)})`,
      'from 500: 6.70, list 7.30',
      'WFTO-GS-2025-0817',
      '31 May 2028',
      'Without end',
      'Please send a dyed sample',
      paper.verifyUrl,
    ]) {
      expect(text).toContain(said);
    }
  });

  it('carries the UBL order it was given', async () => {
    const paper = sampleOrderPaper();
    const document = await opened(await rendered(paper));
    const attachments: unknown = await document.getAttachments();
    expect(attachments).toHaveProperty([ATTACHED_ORDER, 'content']);
    const { content } = (attachments as Record<string, { content: Uint8Array }>)[ATTACHED_ORDER] ?? {
      content: [],
    };
    expect(Buffer.from(content).toString('utf8')).toBe(orderPaperToUbl(paper));
  });

  it('numbers its pages and repeats the header row over 300 lines', async () => {
    const paper = sampleOrderPaper({ lines: sampleLines(300) });
    const pages = (await pagesOf(await rendered(paper))).map(flat);
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((text, index) => {
      expect(text).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`);
    });
    const withLines = pages.filter((text) => /Article TX-/.test(text));
    expect(withLines.every((text) => text.includes('Unit price (EUR)'))).toBe(true);
    for (const line of paper.lines) {
      expect(pages.filter((text) => text.includes(`Article ${line.sku ?? ''} `))).toHaveLength(1);
    }
    const totalPage = pages.find((text) => text.includes('Of which in advance'));
    expect(totalPage).toContain('Article TX-2340');
  });

  it('goes on with a description longer than a page', async () => {
    const specification = Array.from({ length: 1500 }, (_, index) => `thread${String(index)}`).join(' ');
    const lines = sampleLines(3).map((line, index) => (index === 1 ? { ...line, specification } : line));
    const text = flat((await pagesOf(await rendered(sampleOrderPaper({ lines })))).join(' '));
    for (const word of specification.split(' ')) expect(text).toContain(word);
  });

  it('never leaves a total alone or below the page, however long the last line', async () => {
    for (let words = 140; words <= 420; words += 20) {
      const specification = Array.from({ length: words }, (_, index) => `thread${String(index)}`).join(' ');
      const lines = sampleLines(3).map((line, index) => (index === 2 ? { ...line, specification } : line));
      const document = await opened(await rendered(sampleOrderPaper({ lines })));
      let totals = 0;
      for (let number = 1; number <= document.numPages; number += 1) {
        const { items } = await (await document.getPage(number)).getTextContent();
        const texts = items.filter((item) => 'str' in item);
        const total = texts.find((item) => item.str === 'Total');
        if (!total) continue;
        totals += 1;
        expect(Number(total.transform[5])).toBeGreaterThan(75);
        expect(texts.some((item) => item.str.includes(`thread${String(words - 1)}`))).toBe(true);
      }
      expect(totals).toBe(1);
    }
  });

  it.each([
    ['Hindi', 'काशीदा हस्तशिल्प सहकारी समिति, क्षत्रिय टोला'],
    ['Bengali', 'জামদানি তাঁতি সমবায় সমিতি'],
    ['Arabic', 'الجمعية التعاونية للنسيج اليدوي'],
    ['Khmer', 'សហគមន៍តម្បាញសូត្រខ្មែរ'],
    ['Amharic', 'የሐበሻ ጥለት ሸማኔዎች ማህበር'],
  ])('keeps a %s name readable', async (_, name) => {
    const bytes = await rendered(sampleOrderPaper({ seller: { ...sampleSeller, name, city: name } }));
    const spelled = spelledTexts(bytes).join(' ');
    const drawn = flat((await pagesOf(bytes)).join(' '));
    for (const word of name.normalize('NFC').split(' ')) expect(`${spelled} ${drawn}`).toContain(word);
    expect(drawn).not.toContain('\ufffd');
  });

  it('shows that a character is missing, and still tells which', async () => {
    const bytes = await rendered(
      sampleOrderPaper({ buyer: { ...sampleBuyer, name: 'தமிழ் 👩‍🌾 <b>&amp; \u0007\ud800' } }),
    );
    expect((await pagesOf(bytes)).join('')).toContain('\ufffd');
    expect(spelledTexts(bytes)).toContain('👩‍🌾');
    expect(flat((await pagesOf(bytes)).join(' '))).toContain('<b>&amp;');
  });

  it('keeps its metadata well-formed whatever the names', async () => {
    const paper = sampleOrderPaper({ buyer: { ...sampleBuyer, name: 'Kåre & Søn <AS> \u0001' } });
    const xmp =
      /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec((await rendered(paper)).toString('utf8'))?.[0] ?? '';
    expect(xmp).toContain('Kåre &amp; Søn &lt;AS&gt; </rdf:li>');
    const { info } = await (await opened(await rendered(paper))).getMetadata();
    expect(info).toMatchObject({ Author: 'Kåre & Søn <AS> \u0001', Language: 'en' });
  });

  it('gives the same bytes for the same order, whatever was rendered before', async () => {
    const arabic = sampleOrderPaper({ notes: 'الجمعية التعاونية नमस्ते', lines: sampleLines(12) });
    const first = digest(await rendered(arabic));
    await rendered(sampleOrderPaper({ notes: 'لا بأس क्षत्रिय जिला ١٢٣', title: 'ffi fi Ωμ' }));
    expect(digest(await rendered(structuredClone(arabic)))).toBe(first);
    expect(digest(await rendered({ ...arabic, revision: 2 }))).not.toBe(first);
  });

  it('is an archival, tagged PDF', async () => {
    const bytes = await rendered(sampleOrderPaper());
    const raw = bytes.toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('/GTS_PDFA1');
    expect(raw).toContain('/AFRelationship /Alternative');
    expect(raw).toContain('/Subtype /application#2Fxml');
    expect(raw).toMatch(/\/ModDate \(D:20261123091527Z\)/);
    expect(raw).toMatch(/\/AF \[\d+ 0 R\]/);
    expect(raw).not.toContain('/Type1');
    const document = await opened(bytes);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = await rolesOf(document);
    for (const role of [
      'H1',
      'H2',
      'P',
      'L',
      'Table',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'Link',
      'Figure',
    ]) {
      expect(roles).toContain(role);
    }
  });

  it('refuses an instant that is none', async () => {
    await expect(rendered(sampleOrderPaper({ issuedAt: 'today' }), '<Order/>')).rejects.toThrow(RangeError);
  });
});

function rendered(paper: OrderPaper, xml = orderPaperToUbl(paper)): Promise<Buffer> {
  return renderOrderPaper(paper, xml);
}

function opened(bytes: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const document = await opened(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  }
  return pages;
}

async function rolesOf(document: PDFDocumentProxy): Promise<string[]> {
  const roles: string[] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('role' in node) roles.push(String(node.role));
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(collect);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    collect(await (await document.getPage(number)).getStructTree());
  }
  return roles;
}

/** The written texts beside reordered glyphs, which pdf.js does not read yet but others do. */
function spelledTexts(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  return [...raw.matchAll(/\/FlateDecode\n>>\nstream\n/g)].flatMap(({ index, 0: { length } }) => {
    const content = inflateSync(bytes.subarray(index + length)).toString('latin1');
    return [...content.matchAll(/\/ActualText <feff([0-9a-f]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
  });
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
