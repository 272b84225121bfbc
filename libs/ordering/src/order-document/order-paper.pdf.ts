import type { OrderPaper } from './order-paper.js';
import { drawCertificates, drawCheck, drawNotes, drawTotals, totalsOf } from './paper-close.js';
import { furnish, PaperFlow } from './paper-flow.js';
import { drawHead } from './paper-head.js';
import { drawLines } from './paper-lines.js';
import { words } from './paper-words.js';
import { archivalDocument, attachAlternative, bytesOf } from './typeset/archival-document.js';
import { TaggedPage } from './typeset/tagged-page.js';

/** Name of the UBL Order inside the PDF. */
export const ATTACHED_ORDER = 'order.xml';

/**
 * The printed paper of an order: PDF 1.7, PDF/A-3a, tagged, with the UBL Order attached as its alternative. Depends on
 * its two arguments alone, clock and chance are left out: the same order gives the same bytes.
 * @param ublXml the same order, from `orderPaperToUbl`
 * @throws RangeError when `issuedAt` is no instant
 */
export async function renderOrderPaper(order: OrderPaper, ublXml: string): Promise<Buffer> {
  const issuedAt = new Date(order.issuedAt);
  if (Number.isNaN(issuedAt.getTime())) throw new RangeError(`issuedAt is no instant: ${order.issuedAt}`);
  const title = words.titleOf(order.reference, order.revision);
  const document = archivalDocument({
    title,
    author: order.buyer.name,
    subject: words.subjectOf(order.buyer.name, order.seller.name),
    creator: order.platformName,
    language: words.language,
    issuedAt,
  });
  const attachment = {
    name: ATTACHED_ORDER,
    type: 'application/xml',
    description: `${title}, UBL 2.1`,
    text: ublXml,
  };
  attachAlternative(document, attachment, issuedAt);
  const paper = new TaggedPage(document);
  const flow = new PaperFlow(paper);
  drawHead(flow, order);
  const totals = totalsOf(order);
  drawLines(flow, order, totals.height);
  drawTotals(flow, totals);
  drawCertificates(flow, order);
  drawNotes(flow, order);
  drawCheck(flow, order, ATTACHED_ORDER);
  furnish(paper, {
    headLeft: title,
    headRight: `${order.buyer.name} \u2013 ${order.seller.name}`,
    footer: `${order.platformName} · ${title}`,
    pageOf: words.pageOf,
  });
  paper.end();
  return bytesOf(document);
}
