import type { OrderPaper } from '../order-paper.js';
import { renderOrderPaper } from '../order-paper.pdf.js';
import { orderPaperToUbl } from '../order-paper.ubl.js';
import type { PrintedOrder } from './order-press.js';

/** Both papers of an order, in a thread whose fonts stay parsed from one order to the next. */
export default async function print(order: OrderPaper): Promise<PrintedOrder> {
  const ubl = orderPaperToUbl(order);
  return { pdf: await renderOrderPaper(order, ubl), ubl };
}
