import { coldStart } from './cold-start.js';
import { httpRows } from './http-rows.js';
import { importSheet } from './import-sheet.js';
import { jobLatency } from './job-latency.js';
import { orderPaper } from './order-paper.js';
import type { Row } from './row.js';

/** All that is measured, in the order of the table. The optimiser's rows join here. */
export const rows: readonly Row[] = [...httpRows, orderPaper, jobLatency, importSheet, coldStart];
