import type { OrderPaper, PaperParty, PaperPlace } from './order-paper.js';
import type { PaperFlow } from './paper-flow.js';
import { columns, indigo, page, type, type Span } from './paper-look.js';
import { countryInWords, dayInWords, isZero, numberInWords, words } from './paper-words.js';
import { heightOf, setParagraphs, type Line } from './typeset/paragraph.js';
import { wovenBand } from './woven-band.js';

const THREAD = 1.6;

/** Title, references, parties and terms: what stands above the lines. */
export function drawHead(flow: PaperFlow, order: OrderPaper): void {
  drawBand(flow, order.seller.id);
  drawTitle(flow, order);
  flow.space(16);
  flow.rule();
  flow.space(11);
  drawParties(flow, order);
  flow.space(13);
  flow.rule();
  flow.space(11);
  drawFacts(flow, termsOf(order));
  flow.space(22);
}

function drawBand(flow: PaperFlow, identifier: string): void {
  flow.paper.artifact('Layout', () => {
    flow.paper.rectangles(wovenBand(identifier, page.left, 44, page.right - page.left, THREAD), indigo);
  });
}

function drawTitle(flow: PaperFlow, order: OrderPaper): void {
  const { paper } = flow;
  const title = columns(0, 12);
  const drawBlock = (tag: string, lines: Line[], lang?: string): void => {
    paper.leaf(
      tag,
      () => {
        flow.y = paper.lines(lines, title.x, flow.y);
      },
      lang === undefined ? {} : { lang },
    );
  };
  drawBlock('H1', setParagraphs(words.title, type.title, title.width));
  flow.space(1);
  const reference = `${order.reference} · ${words.revision(order.revision)}`;
  drawBlock('P', setParagraphs(reference, type.reference, title.width));
  flow.space(3);
  drawBlock('P', setParagraphs(order.title, type.lead, columns(0, 10).width), order.language);
  flow.space(12);
  drawFacts(flow, [
    { label: words.issued, value: dayInWords(order.issuedOn) },
    { label: words.request, value: order.requestReference },
    { label: words.quote, value: order.quoteReference },
    { label: words.currency, value: order.currency },
  ]);
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

function termsOf(order: OrderPaper): Fact[] {
  const advanceAmount = `${order.currency} ${numberInWords(order.advanceAmount, order.currencyDigits)}`;
  const isByLine = order.lines.some((line) => line.neededBy !== null);
  return [
    { label: words.deliveryTerms, value: `${order.incoterm} ${order.incotermPlace}` },
    {
      label: words.deliverBy,
      value: order.deliverBy === null ? (isByLine ? words.byLine : words.open) : dayInWords(order.deliverBy),
    },
    { label: words.payment, value: words.paymentWithin(order.paymentDays) },
    {
      label: words.advance,
      value: isZero(order.advanceAmount)
        ? words.noAdvance
        : words.advanceOf(numberInWords(order.advancePercent), advanceAmount),
    },
  ];
}

/** Four facts beside each other, each a label over its value. */
function drawFacts(flow: PaperFlow, facts: readonly Fact[]): void {
  const { paper } = flow;
  const top = flow.y;
  let bottom = top;
  paper.within('L', () => {
    facts.forEach((fact, index) => {
      const { x, width } = columns(index * 3, 3);
      const label = setParagraphs(fact.label, type.label, width);
      const value = setParagraphs(fact.value, type.body, width);
      paper.within('LI', () => {
        let y = top;
        paper.leaf('Lbl', () => {
          y = paper.lines(label, x, top);
        });
        paper.leaf('LBody', () => {
          bottom = Math.max(bottom, paper.lines(value, x, y + 1));
        });
      });
    });
  });
  flow.y = bottom;
}

function drawParties(flow: PaperFlow, order: OrderPaper): void {
  const top = flow.y;
  const bottoms = [
    drawParty(flow, columns(0, 4), top, words.buyer, order.buyer.name, partyLines(order.buyer)),
    drawParty(flow, columns(4, 4), top, words.seller, order.seller.name, partyLines(order.seller)),
    drawParty(flow, columns(8, 4), top, words.deliverTo, order.deliverTo.name, [
      addressLines(order.deliverTo),
    ]),
  ];
  flow.y = Math.max(...bottoms);
}

function drawParty(
  flow: PaperFlow,
  place: Span,
  top: number,
  label: string,
  name: string,
  rest: string[][],
): number {
  const { paper } = flow;
  const heading = setParagraphs(label, type.label, place.width);
  const names = setParagraphs(name, type.name, place.width);
  const blocks = rest.map((block) =>
    block.flatMap((text) => setParagraphs(text, type.body, place.width, 'ltr')),
  );
  const nameTop = top + heightOf(heading) + 1;
  paper.leaf('H2', () => paper.lines(heading, place.x, top));
  paper.leaf('P', () => paper.lines(names, place.x, nameTop));
  let y = nameTop + heightOf(names);
  for (const lines of blocks.filter((block) => block.length > 0)) {
    const blockTop = y + 1.5;
    paper.leaf('P', () => {
      y = paper.lines(lines, place.x, blockTop) + 1.5;
    });
  }
  return y;
}

function partyLines(party: PaperParty): string[][] {
  return [
    [party.legalId].filter(isGiven),
    addressLines(party),
    [party.contactName, party.email, party.phone].filter(isGiven),
  ];
}

function addressLines(place: Omit<PaperPlace, 'name'> & { region?: string | null }): string[] {
  const town = [place.postalCode, place.city].filter(isGiven).join(' ');
  const townAndRegion = [town, place.region].filter(isGiven).join(', ');
  return [place.street, townAndRegion, countryInWords(place.country)].filter(isGiven);
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
