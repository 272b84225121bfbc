import { Injectable } from '@nestjs/common';
import { Database, type PersonActor } from '#platform';
import type { WorkItem, WorkList } from './work-list.dto.js';
import { workOf } from './work-list.queries.js';

/** What waits for a person, over all contexts. */
@Injectable()
export class WorkListService {
  constructor(private readonly database: Database) {}

  async of(actor: PersonActor): Promise<WorkList> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<WorkItem>(workOf(actor.kind), [actor.organisationId, actor.personId, [...actor.permissions]]),
    );
    return { items, nextCursor: null };
  }
}
