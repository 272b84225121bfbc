import type { ArchivalDocument } from './archival-document.js';
import type { Line } from './paragraph.js';
import type { Run } from './runs.js';

/** Attributes of a structure element, as PDFKit names them. */
export interface ElementAttributes {
  /** BCP 47. */
  readonly lang?: string;
  /** What a figure shows. */
  readonly alt?: string;
  /** Left, top, right, bottom in points from the page's top left corner. */
  readonly bbox?: [number, number, number, number];
  /** Which cells a header cell is for. */
  readonly scope?: 'Column' | 'Row';
}

export type StructureElement = PDFKit.PDFStructureElement;

/**
 * Draws onto a tagged document: everything is either content of a structure element or an artifact (ISO 32000-1,
 * 14.8), in reading order. Coordinates are points from the page's top left corner.
 */
export class TaggedPage {
  readonly #document: ArchivalDocument;
  readonly #path: StructureElement[] = [];
  readonly #registered = new Set<string>();
  #fill = '';

  constructor(document: ArchivalDocument) {
    this.#document = document;
    const root = document.struct('Document');
    document.addStructure(root);
    this.#path.push(root);
  }

  turnPage(): void {
    this.#document.addPage();
    this.#fill = '';
  }

  /** How many pages there are. */
  get pages(): number {
    return this.#document.bufferedPageRange().count;
  }

  /** Draws on each page in turn, when all of them are there. */
  onEachPage(draw: (page: number) => void): void {
    for (let page = 0; page < this.pages; page += 1) {
      this.#document.switchToPage(page);
      this.#fill = '';
      draw(page + 1);
    }
  }

  /** Appends an element to the one that is open. It takes content until it is ended. */
  append(tag: string, attributes: ElementAttributes = {}): StructureElement {
    const element = this.#document.struct(tag, attributes);
    this.#path.at(-1)?.add(element);
    return element;
  }

  /** Opens an element for the time of `draw`; what is appended then becomes its child. */
  within(tag: string, draw: () => void, attributes: ElementAttributes = {}): void {
    const element = this.append(tag, attributes);
    this.#path.push(element);
    draw();
    this.#path.pop();
    element.end();
  }

  /** Gives an element content on the present page. */
  fill(element: StructureElement, draw: () => void): void {
    element.add(draw);
  }

  /** An element with one piece of content. */
  leaf(tag: string, draw: () => void, attributes: ElementAttributes = {}): void {
    const element = this.append(tag, attributes);
    this.fill(element, draw);
    element.end();
  }

  /** What a reader may skip: rules and ornament (`Layout`), furniture that repeats (`Pagination`). */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#document.markContent('Artifact', { type });
    draw();
    this.#document.endMarkedContent();
  }

  /** A link over text that was drawn before, as content of an element tagged `Link`. */
  link(element: StructureElement, x: number, y: number, width: number, height: number, url: string): void {
    // A String object is written as a PDF string, a primitive would become a name; the types know the primitive only.
    const options: PDFKit.Mixins.AnnotationOption & { structParent: StructureElement } = {
      structParent: element,
      Contents: new String(url) as unknown as string,
    };
    this.#document.link(x, y, width, height, url, options);
  }

  /** Draws a line of text with its top left corner at the point. */
  line(line: Line, x: number, top: number): void {
    line.runs.forEach((run, index) => {
      this.#run(run, line, x + (line.offsets[index] ?? 0), top + line.baseline);
    });
  }

  /** Draws lines one below the other; returns where the next would begin. */
  lines(lines: readonly Line[], x: number, top: number): number {
    let y = top;
    for (const line of lines) {
      this.line(line, x, y);
      y += line.height;
    }
    return y;
  }

  /** As {@link lines}, each ending at the right edge. */
  linesToRight(lines: readonly Line[], right: number, top: number): number {
    let y = top;
    for (const line of lines) {
      this.line(line, right - line.width, y);
      y += line.height;
    }
    return y;
  }

  /** A horizontal rule; call it in an artifact. */
  rule(left: number, right: number, y: number, weight: number, colour: string): void {
    this.rectangles([[left, y - weight / 2, right - left, weight]], colour);
  }

  /** Filled rectangles as one path: x, y, width, height. */
  rectangles(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void {
    for (const [x, y, width, height] of rectangles) this.#document.rect(x, y, width, height);
    this.#colour(colour);
    this.#document.fill();
  }

  /** Ends the structure; nothing can be drawn after. */
  end(): void {
    this.#path.at(0)?.end();
  }

  #run(run: Run, line: Line, x: number, baseline: number): void {
    if (run.glyphText.trim() === '') return;
    const { face, spelled } = run;
    if (!this.#registered.has(face.name)) {
      // A Font of fontkit will do for PDFKit, which looks for its `layout`; its types do not say so.
      this.#document.registerFont(face.name, face.font as unknown as string);
      this.#registered.add(face.name);
    }
    this.#colour(line.style.colour);
    this.#document.font(face.name, line.style.size);
    // Naming features, even none, makes PDFKit ask for the run in one piece, which joined and right-to-left scripts
    // need; the typeface knows its features itself. Width and words are given so that PDFKit does not measure again
    // what it needs for justified text only.
    const options: PDFKit.Mixins.TextOptions & { textWidth: number; wordCount: number } = {
      features: [],
      lineBreak: false,
      baseline: 'alphabetic',
      textWidth: (run.width * line.style.size) / 1000,
      wordCount: 1,
    };
    const draw = (): void => {
      this.#document.text(run.glyphText, x, baseline, options);
    };
    if (spelled) this.#document.spelling(run.text, draw);
    else draw();
  }

  #colour(colour: string): void {
    if (this.#fill === colour) return;
    this.#document.fillColor(colour);
    this.#fill = colour;
  }
}
