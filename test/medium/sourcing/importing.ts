import { expect } from '@jest/globals';
import type { RequestLines } from '#sourcing';
import type { TestContext } from '../../support/context.js';
import { type Market, type Refusal, refusedWithoutTrace, type RequestView } from './market.js';

type Query = Parameters<RequestLines['importSheet']>[3];
type Imported = Awaited<ReturnType<RequestLines['importSheet']>>;
type Line = Awaited<ReturnType<Market['services']['requests']['linesOf']>>['items'][number];

export interface Importing {
  /** Imports a file into a new draft, and reads its lines back as a buyer does. */
  into: (
    content: string | Buffer,
    name?: string,
    query?: Query,
  ) => Promise<{ result: Imported; lines: Line[]; draft: RequestView }>;
  /** What is refused of a file, and that the draft with its two lines stays as it was. */
  refused: (content: string | Buffer, name?: string, query?: Query) => Promise<Refusal>;
  /** The same as a list of "C7 code". */
  wrongCells: (content: string | Buffer, name?: string) => Promise<string[]>;
}

export function importingInto(context: TestContext, market: Market): Importing {
  const { lines, requests } = market.services;
  const importInto = (draft: RequestView, content: string | Buffer, name: string, query: Query) =>
    lines.importSheet(
      market.requester,
      draft.id,
      { name, bytes: Buffer.from(content as string), mediaType: null, fields: {} },
      query,
    );
  const importing: Importing = {
    into: async (content, name = 'order.csv', query = {}) => {
      const draft = await market.draft();
      const result = await importInto(draft, content, name, query);
      const page = await requests.linesOf(market.requester, draft.id, { limit: 2000 });
      return { result, lines: page.items, draft: (await requests.byId(market.requester, draft.id)).read() };
    },
    refused: async (content, name = 'order.csv', query = {}) => {
      const draft = await market.draft();
      return refusedWithoutTrace(context, () => importInto(draft, content, name, query));
    },
    wrongCells: async (content, name) => {
      const refused = await importing.refused(content, name);
      expect(refused).toMatchObject({ status: 422, code: 'sheet_has_errors' });
      return refused.errors.map(({ pointer, code }) => {
        expect(pointer).toMatch(/^\/cells\/[A-Z]+[1-9]\d*$/);
        return `${pointer.slice('/cells/'.length)} ${code}`;
      });
    },
  };
  return importing;
}
