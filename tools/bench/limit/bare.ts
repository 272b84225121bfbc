import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import pg from 'pg';

export interface Who {
  personId: string;
  organisationId: string;
  kind: string;
}

interface FoundSession {
  person_id: string;
  organisation_id: string;
  kind: string;
}

/** A pool, who is signed in, and a transaction for them: all that the limit's routes share. */
export class Bare {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly sessionSecret: string,
  ) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 12, pipeline: true });
  }

  keyed(text: string): Buffer {
    return createHmac('sha256', this.sessionSecret).update(text).digest();
  }

  /** Reads as whoever's cookie came, or as anyone: opening, work and closing are sent together. */
  async read<Result>(
    request: FastifyRequest,
    asAnyone: boolean,
    work: (client: pg.PoolClient, who: Who | null) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    try {
      const who = asAnyone ? null : await this.who(client, request);
      const [, result] = await Promise.all([
        client.query(opening('begin isolation level repeatable read read only', who)),
        work(client, who),
        client.query('commit'),
      ]);
      return result;
    } finally {
      client.release();
    }
  }

  /**
   * Changes as whoever's cookie came, whole or not at all: opening, work and commit are sent together, and the commit of a transaction in
   * which something failed is none.
   */
  async write<Result>(
    request: FastifyRequest,
    work: (client: pg.PoolClient, who: Who) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    try {
      const who = await this.who(client, request);
      const sent = /(?:^|; )weftway_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      if (request.headers['x-csrf-token'] !== this.keyed(`csrf:${sent}`).toString('base64url')) {
        throw Object.assign(new Error('no token'), { statusCode: 403 });
      }
      try {
        const [, result] = await Promise.all([
          client.query(opening('begin', who)),
          work(client, who),
          client.query('commit'),
        ]);
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    } finally {
      client.release();
    }
  }

  private async who(client: pg.PoolClient, request: FastifyRequest): Promise<Who> {
    const token = /(?:^|; )weftway_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const { rows } = await client.query<FoundSession>({
      name: 'session',
      text: 'select person_id, organisation_id, kind from find_session($1)',
      values: [this.keyed(`token:${token}`)],
    });
    const found = rows[0];
    if (!found) {
      throw Object.assign(new Error('not signed in'), { statusCode: 401 });
    }
    return { personId: found.person_id, organisationId: found.organisation_id, kind: found.kind };
  }
}

/** Begins and sets the actor in one message. */
function opening(begin: string, who: Who | null): string {
  const setting = (name: string, value: string): string =>
    `set_config('weftway.${name}', ${pg.escapeLiteral(value)}, true)`;
  return `${begin}; select ${setting('organisation', who?.organisationId ?? '')}, ${setting('person', who?.personId ?? '')}, ${setting('kind', who?.kind ?? 'public')}`;
}
