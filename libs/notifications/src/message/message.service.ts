import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Page, type PageQuery, pageStart, toPage } from '#platform';
import type { MessageView } from './message.dto.js';

/** Messages as their readers see them. */
@Injectable()
export class MessageService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: PageQuery): Promise<Page<MessageView>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) =>
      tx.query<MessageView & { sortKey: string }>(
        `select id, kind, subject, body, created_at as "createdAt", sent_at as "sentAt", created_at::text as "sortKey"
           from message
          where person_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3))
          order by created_at desc, id desc limit $4`,
        [actor.personId, start.key, start.id, start.limit + 1],
      ),
    );
    return toPage(rows, start);
  }
}
