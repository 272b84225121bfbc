import { hairline, page, type } from './paper-look.js';
import { setLine, type Line } from './typeset/paragraph.js';
import type { TaggedPage } from './typeset/tagged-page.js';

/** What stands on every page but is no part of the text. */
export interface PageFurniture {
  /** Running head of all pages but the first, left and right. */
  readonly headLeft: string;
  readonly headRight: string;
  readonly footer: string;
  readonly pageOf: (number: number, count: number) => string;
}

/** Where the next thing goes, and the turning of pages. Lengths in points. */
export class PaperFlow {
  y: number = page.firstTop;

  /** Drawn on top of each page that is begun while it is set: a table's repeated header row. */
  onNewPage: (() => void) | null = null;

  constructor(readonly paper: TaggedPage) {
    paper.turnPage();
  }

  get room(): number {
    return page.bottom - this.y;
  }

  turnPage(): void {
    this.paper.turnPage();
    this.y = page.nextTop;
    this.onNewPage?.();
  }

  /** Turns the page unless that much fits on this one. */
  keep(height: number): void {
    if (height > this.room && this.y > page.nextTop) this.turnPage();
  }

  space(height: number): void {
    this.y += height;
  }

  /** A hairline over the whole measure, with a colour and weight of its own where it marks something. */
  rule(colour: string = hairline, weight = 0.5): void {
    this.paper.artifact('Layout', () => {
      this.paper.rule(page.left, page.right, this.y, weight, colour);
    });
  }
}

/** Draws running heads and footers; to be called when all pages are there. */
export function furnish(paper: TaggedPage, furniture: PageFurniture): void {
  const count = paper.pages;
  const footer = setLine(furniture.footer, type.fine, 'ltr');
  const headLeft = setLine(furniture.headLeft, type.fine, 'ltr');
  const headRight = setLine(furniture.headRight, type.fine, 'ltr');
  paper.onEachPage((number) => {
    paper.artifact('Pagination', () => {
      if (number > 1) drawPair(paper, headLeft, headRight, page.runningHead, page.runningHead + 17);
      const pageOf = setLine(furniture.pageOf(number, count), type.fine);
      drawPair(paper, footer, pageOf, page.footer + 7, page.footer);
    });
  });
}

function drawPair(paper: TaggedPage, left: Line, right: Line, top: number, ruleAt: number): void {
  paper.rule(page.left, page.right, ruleAt, 0.5, hairline);
  paper.line(left, page.left, top);
  paper.line(right, page.right - right.width, top);
}
