import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * A client that prepares nothing by name: behind a pooler that hands out a server's connection for one transaction, the name would be
 * looked for where it was never prepared. What prepares by name elsewhere need not know.
 */
export class UnnamedClient extends pg.Client {}

const { query: named } = pg.Client.prototype as unknown as { query: Query };

Object.defineProperty(UnnamedClient.prototype, 'query', {
  value: function query(this: pg.Client, ...args: unknown[]): unknown {
    const [first, ...rest] = args;
    if (typeof first === 'object' && first !== null && 'name' in first && 'text' in first) {
      return named.call(this, { ...first, name: undefined }, ...rest);
    }
    return named.call(this, ...args);
  },
});
