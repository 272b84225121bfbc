import { Injectable } from '@nestjs/common';
import {
  Database,
  errors,
  type OrganisationActor,
  type Page,
  type PageQuery,
  pageStart,
  type PersonActor,
  toPage,
  type Tx,
} from '#platform';
import type { ConflictView, NewConflict } from './conflict.dto.js';

const columns = `json_build_object('id', p.id, 'name', p.name) as person,
  json_build_object('id', o.id, 'name', o.name, 'country', o.country) as cooperative, i.reason, i.declared_at as "declaredAt"`;
const joined = `conflict_of_interest i join person p on p.id = i.person_id join organisation o on o.id = i.cooperative_id`;

/** Declared by each officer for themselves; whoever did never judges that cooperative. */
@Injectable()
export class ConflictService {
  constructor(private readonly database: Database) {}

  async declare(actor: PersonActor, input: NewConflict): Promise<ConflictView> {
    return this.database.inTransaction(actor, async (tx) => {
      await assertCooperative(tx, input.cooperativeId);
      const declared = await tx.execute(
        `insert into conflict_of_interest (person_id, cooperative_id, assurance_id, reason) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [actor.personId, input.cooperativeId, actor.organisationId, input.reason],
      );
      if (declared === 0) {
        throw errors.already_exists({
          detail: 'You declared a conflict with this cooperative before. It stays.',
        });
      }
      tx.record({
        action: 'conflict.declared',
        subjectType: 'person',
        subjectId: actor.personId,
        detail: { cooperativeId: input.cooperativeId },
      });
      return tx.one<ConflictView>(
        `select ${columns} from ${joined} where i.person_id = $1 and i.cooperative_id = $2`,
        [actor.personId, input.cooperativeId],
      );
    });
  }

  /** Of everyone of the assuring body, newest first, so that work can be given to someone free to do it. */
  async list(actor: OrganisationActor, query: PageQuery): Promise<Page<ConflictView>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) =>
      tx.query<ConflictView & { id: string; sortKey: string }>(
        `select ${columns}, i.cooperative_id as id, i.declared_at::text as "sortKey" from ${joined}
          where i.assurance_id = $1 and ($2::timestamptz is null or (i.declared_at, i.cooperative_id) < ($2, $3))
          order by i.declared_at desc, i.cooperative_id desc limit $4`,
        [actor.organisationId, start.key, start.id, start.limit + 1],
      ),
    );
    const { items, nextCursor } = toPage(rows, start);
    return { items: items.map(({ id: _id, ...conflict }) => conflict), nextCursor };
  }
}

async function assertCooperative(tx: Tx, id: string): Promise<void> {
  const found = await tx.maybeOne('select id from organisation where id = $1 and kind = $2', [
    id,
    'cooperative',
  ]);
  if (!found) {
    throw errors.invalid_input({
      errors: [
        { pointer: '/cooperativeId', code: 'cooperative_unknown', detail: 'There is no such cooperative.' },
      ],
    });
  }
}
