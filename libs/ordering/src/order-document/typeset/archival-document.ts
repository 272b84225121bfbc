import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

/** What a PDF says about itself. */
export interface DocumentIdentity {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  /** BCP 47 tag of the language most of the document is in. */
  readonly language: string;
  /** Date of making and of the attached file; the file identifier follows from it and the texts above. */
  readonly issuedAt: Date;
}

/** A file carried inside the PDF that says the same as its pages. */
export interface AlternativeFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly description: string;
  readonly text: string;
}

/**
 * PDFKit writes the document's information twice: as PDF strings, where the text stands as it is, and, without
 * escaping, into the XMP packet, where `&` or `<` would break the XML. It reads `valueOf` for the one and `toString`
 * for the other.
 */
class InformationText extends String {
  override toString(): string {
    return super
      .toString()
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;');
  }
}

/**
 * A document that gathers each page's drawing and hands it over in one piece, which spares PDFKit some thousand small
 * buffers, and that can put the written text beside glyphs.
 */
export class ArchivalDocument extends PDFDocument {
  readonly #drawn = new Map<PDFKit.PDFPage, string[]>();
  #spelling: string | null = null;

  override addContent(data: string): this {
    const drawn = this.#drawnOn(this.page);
    const spelling = this.#spelling;
    if (spelling !== null && data === 'ET') drawn.push('EMC');
    drawn.push(data);
    if (spelling !== null && data === 'BT') drawn.push(`/Span <</ActualText <${utf16(spelling)}>>> BDC`);
    return this;
  }

  override flushPages(): void {
    for (const [page, drawn] of this.#drawn) page.write(Buffer.from(`${drawn.join('\n')}\n`, 'latin1'));
    this.#drawn.clear();
    super.flushPages();
  }

  /**
   * Marks the glyphs drawn meanwhile as standing for a text (ISO 32000-1, 14.9.4). The mark is set inside the text
   * object: readers place the text by the coordinates that hold where it ends.
   */
  spelling(text: string, draw: () => void): void {
    this.#spelling = text;
    draw();
    this.#spelling = null;
  }

  #drawnOn(page: PDFKit.PDFPage): string[] {
    const known = this.#drawn.get(page);
    if (known) return known;
    const drawn: string[] = [];
    this.#drawn.set(page, drawn);
    return drawn;
  }
}

function utf16(text: string): string {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
}

/**
 * An empty A4 document, PDF 1.7 and PDF/A-3a (ISO 19005-3, level A), tagged. Pages are buffered so that furniture
 * which tells the number of pages can be drawn last.
 */
export function archivalDocument(identity: DocumentIdentity): ArchivalDocument {
  return new ArchivalDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: identity.language,
    displayTitle: true,
    // No standard font: PDF/A embeds every font it names.
    font: '',
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: informationText(identity.title),
      Author: informationText(identity.author),
      Subject: informationText(identity.subject),
      Creator: informationText(identity.creator),
      CreationDate: identity.issuedAt,
    },
  });
}

/** Attaches a file as the document's alternative representation (ISO 19005-3, 6.8, which asks for its date). */
export function attachAlternative(document: ArchivalDocument, file: AlternativeFile, issuedAt: Date): void {
  // PDFKit's types do not know the relationship yet.
  const options: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = {
    name: file.name,
    type: file.type,
    description: file.description,
    relationship: 'Alternative',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  };
  document.file(Buffer.from(file.text, 'utf8'), options);
}

/** Closes the document and gives its bytes. */
export async function bytesOf(document: ArchivalDocument): Promise<Buffer> {
  document.end();
  return buffer(document);
}

function informationText(text: string): string {
  // PDFKit takes a String object as well; its types know only the primitive.
  return new InformationText(text) as unknown as string;
}
