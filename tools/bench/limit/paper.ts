import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

/** What a page consists of once all is placed: the calls that PDFKit cannot do without. */
type Stroke =
  | { kind: 'page' }
  | { kind: 'text'; text: string; x: number; y: number; face: string; size: number; colour: string }
  | { kind: 'rectangles'; places: [number, number, number, number][]; colour: string };

export interface Drawing {
  strokes: Stroke[];
  faces: Map<string, unknown>;
  identity: { title: string; author: string; code: string };
}

interface Recorded {
  drawn: Drawing;
  font: string;
  size: number;
  colour: string;
  places: [number, number, number, number][];
}

/** PDFKit's methods as they stand on its prototype. */
type Methods = Record<
  'text' | 'rect' | 'fill' | 'fillColor' | 'font' | 'registerFont' | 'addPage',
  (this: unknown, ...given: unknown[]) => unknown
>;

/**
 * Watches one rendering and notes what was drawn where. Texts of running heads and footers are noted on the last page, where they cost
 * the same.
 */
export async function recordDrawing(render: () => Promise<unknown>): Promise<Drawing> {
  const methods = PDFDocument.prototype as unknown as Methods;
  const original = { ...methodsOf(methods) };
  const state: Recorded = {
    drawn: {
      strokes: [],
      faces: new Map(),
      identity: {
        title: 'Order',
        author: 'Measured Retail',
        code: 'https://weftway.example/verify/0197a000-0000-7000-8000-000000000001',
      },
    },
    font: '',
    size: 12,
    colour: '#000000',
    places: [],
  };
  const { drawn } = state;
  methods.addPage = function addPage(...given) {
    drawn.strokes.push({ kind: 'page' });
    return original.addPage.apply(this, given);
  };
  methods.registerFont = function registerFont(...given) {
    drawn.faces.set(String(given[0]), given[1]);
    return original.registerFont.apply(this, given);
  };
  methods.font = function font(...given) {
    state.font = String(given[0]);
    state.size = Number(given[1] ?? state.size);
    return original.font.apply(this, given);
  };
  methods.fillColor = function fillColor(...given) {
    state.colour = String(given[0]);
    return original.fillColor.apply(this, given);
  };
  methods.text = function text(...given) {
    const [words, x, y] = given as [string, number, number];
    drawn.strokes.push({
      kind: 'text',
      text: words,
      x,
      y,
      face: state.font,
      size: state.size,
      colour: state.colour,
    });
    return original.text.apply(this, given);
  };
  methods.rect = function rect(...given) {
    state.places.push(given as [number, number, number, number]);
    return original.rect.apply(this, given);
  };
  methods.fill = function fill(...given) {
    drawn.strokes.push({ kind: 'rectangles', places: state.places, colour: state.colour });
    state.places = [];
    return original.fill.apply(this, given);
  };
  try {
    await render();
  } finally {
    Object.assign(methods, original);
  }
  return drawn;
}

function methodsOf(methods: Methods): Methods {
  const { text, rect, fill, fillColor, font, registerFont, addPage } = methods;
  return { text, rect, fill, fillColor, font, registerFont, addPage };
}

/**
 * The same drawing by PDFKit alone: PDF/A-3a with the file attached, all the texts of a page tagged as one section, which is the least that
 * the standard lets through, every place known beforehand, the fonts parsed once for all documents and their runs of glyphs shared.
 */
export async function drawBare(drawing: Drawing, xml: string): Promise<Buffer> {
  // Its squares are among the rectangles that were recorded; what they cost to find is paid here too.
  encode(drawing.identity.code, { ecc: 'M', border: 0 });
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    font: '',
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: drawing.identity.title, Author: drawing.identity.author },
  });
  document.file(Buffer.from(xml, 'utf8'), {
    name: 'order.xml',
    type: 'application/xml',
    relationship: 'Alternative',
  } as PDFKit.Mixins.PDFAttachmentOptions);
  for (const [name, face] of drawing.faces) {
    document.registerFont(name, face as string);
  }
  const root = document.struct('Document');
  document.addStructure(root);
  for (const page of pagesOf(drawing.strokes)) {
    document.addPage();
    document.markContent('Artifact', { type: 'Layout' });
    for (const { places, colour } of page.rectangles) {
      for (const place of places) {
        document.rect(...place);
      }
      document.fillColor(colour).fill();
    }
    document.endMarkedContent();
    const element = document.struct('Sect');
    element.add(() => {
      for (const { face, size, colour, text, x, y } of page.texts) {
        document
          .font(face, size)
          .fillColor(colour)
          .text(text, x, y, { lineBreak: false, baseline: 'alphabetic', features: [] });
      }
    });
    element.end();
    root.add(element);
  }
  root.end();
  document.end();
  return buffer(document);
}

interface DrawnPage {
  texts: Extract<Stroke, { kind: 'text' }>[];
  rectangles: Extract<Stroke, { kind: 'rectangles' }>[];
}

function pagesOf(strokes: readonly Stroke[]): DrawnPage[] {
  const pages: DrawnPage[] = [];
  for (const stroke of strokes) {
    if (stroke.kind === 'page') {
      pages.push({ texts: [], rectangles: [] });
    } else if (stroke.kind === 'text') {
      pages.at(-1)?.texts.push(stroke);
    } else {
      pages.at(-1)?.rectangles.push(stroke);
    }
  }
  return pages;
}
