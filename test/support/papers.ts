import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** The words of a PDF in reading order, pages apart by line ends. */
export async function textOfPdf(pdf: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages.join('\n');
}

/** What the UBL 2.1 schema says against an Order; empty when it is valid. */
export async function validateUbl(xml: string): Promise<string[]> {
  const folder = path.resolve(process.env.UBL_XSD_DIR ?? '../shared/data/ubl/2.1/xsd');
  xmlRegisterFsInputProviders();
  const file = path.join(folder, 'maindoc/UBL-Order-2.1.xsd');
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file });
  const validator = XsdValidator.fromDoc(schema);
  const order = XmlDocument.fromString(xml);
  try {
    validator.validate(order);
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    order.dispose();
    validator.dispose();
    schema.dispose();
  }
}
