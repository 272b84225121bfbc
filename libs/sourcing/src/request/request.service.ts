import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  assertVersion,
  Database,
  errors,
  JsonText,
  type Page,
  pageStart,
  type PersonActor,
  toWrittenPage,
  type Tx,
  type WrittenRow,
} from '#platform';
import { sourcingErrors } from '../sourcing.errors.js';
import type { LineQuery, RequestLineView } from './request-line.dto.js';
import type { NewRequest, RequestDraft, RequestQuery, RequestRow, RequestView } from './request.dto.js';
import { requestAnswer, requestRows } from './request.answers.js';
import { type DraftColumns, requestInsertion } from './request.insertion.js';
import { Request } from './request.entity.js';
import { RequestLines } from './request-lines.js';
import { Requests } from './request.queries.js';

/** Drafting and reading requests. Publishing and what follows is in RequestPublication. */
@Injectable()
export class RequestService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly lines: RequestLines,
  ) {}

  async create(actor: PersonActor, input: NewRequest): Promise<RequestView> {
    const id = uuidv7();
    const columns = columnsOf(input);
    const { schemeIds = [], lines = [] } = input;
    return this.database.inTransactionAtOnce(actor, async (tx) => {
      await this.lines.check(tx, lines, 0);
      await this.checkSchemes(tx, schemeIds);
      tx.record({ action: 'request.drafted', subjectType: 'request', subjectId: id, to: 'draft' });
      // Sent together: the retailer's number series is locked from here to the end.
      const [, , , view] = await Promise.all([
        tx.execute(
          requestInsertion({ id, buyerId: actor.organisationId, personId: actor.personId, columns }),
        ),
        schemeIds.length > 0 && this.addRequirements(tx, id, schemeIds),
        lines.length > 0 && this.lines.insert(tx, id, lines, 0),
        this.viewIn(tx, id),
        tx.endAtOnce(),
      ]);
      return view;
    });
  }

  async list(actor: PersonActor, query: RequestQuery): Promise<JsonText<Page<RequestRow>>> {
    const start = pageStart(query);
    const rows = await this.database.select<WrittenRow>(
      actor,
      requestRows(actor.organisationId, query, start),
    );
    return toWrittenPage(rows, start);
  }

  async byId(actor: PersonActor, id: string, withLines = false): Promise<JsonText<RequestView>> {
    const row = await this.database.selectOne<{ answer: string; version: number }>(
      actor,
      requestAnswer(actor.organisationId, id, withLines),
    );
    return new JsonText(row.answer, row.version);
  }

  async linesOf(actor: PersonActor, id: string, query: LineQuery): Promise<Page<RequestLineView>> {
    return this.database.read(actor, async (tx) => {
      await this.requests.assertOwn(tx, id);
      return this.requests.linePage(tx, id, pageStart({ ...query, limit: query.limit ?? 100 }));
    });
  }

  async change(actor: PersonActor, id: string, version: number, input: RequestDraft): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.lockDraft(tx, id, version);
      await tx.orm.update(Request, { id }, { ...columnsOf(input), version: version + 1 });
      tx.record({ action: 'request.changed', subjectType: 'request', subjectId: id });
      return this.viewIn(tx, id);
    });
  }

  async changeRequirements(
    actor: PersonActor,
    id: string,
    version: number,
    schemeIds: readonly string[],
  ): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.lockDraft(tx, id, version);
      await this.checkSchemes(tx, schemeIds);
      await tx.execute('delete from request_requirement where request_id = $1', [id]);
      await this.addRequirements(tx, id, schemeIds);
      await tx.execute('update request set version = version + 1 where id = $1', [id]);
      tx.record({
        action: 'request.requirements_changed',
        subjectType: 'request',
        subjectId: id,
        detail: { schemeIds },
      });
      return this.viewIn(tx, id);
    });
  }

  /** The view within a transaction that another use case has open. */
  async viewIn(tx: Tx, id: string): Promise<RequestView> {
    const { answer } = await tx.one<{ answer: string }>(
      requestAnswer(tx.actor.organisationId ?? '', id, false),
    );
    return JSON.parse(answer) as RequestView;
  }

  private async lockDraft(tx: Tx, id: string, version: number): Promise<void> {
    const row = await tx.one<{ state: string; version: number }>(
      'select state, version from request where id = $1 and buyer_id = $2 for update',
      [id, tx.actor.organisationId],
    );
    assertVersion(row, version);
    if (row.state !== 'draft') {
      throw sourcingErrors.request_not_draft();
    }
  }

  /** Of schemes that were checked. */
  private async addRequirements(tx: Tx, id: string, schemeIds: readonly string[]): Promise<void> {
    await tx.execute(
      `insert into request_requirement (request_id, scheme_id, buyer_id)
       select distinct $1::uuid, s, $3::uuid from unnest($2::uuid[]) as s`,
      [id, schemeIds, tx.actor.organisationId],
    );
  }

  /** @throws DomainError `invalid_input` with the places of those that are unknown */
  private async checkSchemes(tx: Tx, schemeIds: readonly string[]): Promise<void> {
    if (schemeIds.length === 0) {
      return;
    }
    const found = await tx.query<{ id: string }>('select id from scheme where id = any($1::uuid[])', [
      schemeIds,
    ]);
    const known = new Set(found.map((row) => row.id));
    const unknown = schemeIds.flatMap((schemeId, index) =>
      known.has(schemeId)
        ? []
        : [{ pointer: `/schemeIds/${index}`, code: 'scheme_unknown', detail: 'There is no such scheme.' }],
    );
    if (unknown.length > 0) {
      throw errors.invalid_input({ errors: unknown });
    }
  }
}

/** Columns of a draft's fields, with the defaults that the API documents. */
function columnsOf(input: RequestDraft): DraftColumns {
  if (Number(input.advancePercent ?? 0) > 50) {
    throw errors.invalid_input({
      errors: [
        {
          pointer: '/advancePercent',
          code: 'advance_above_half',
          detail: 'An advance is at most 50 percent.',
        },
      ],
    });
  }
  return {
    title: input.title,
    description: input.description ?? '',
    currency: input.currency,
    sealed: input.sealed ?? true,
    partialWelcome: input.partialWelcome ?? true,
    splitWelcome: input.splitWelcome ?? true,
    moreThanAsked: input.moreThanAsked ?? false,
    deadline: input.deadline ? new Date(input.deadline) : null,
    deliverBy: input.deliverBy ?? null,
    incoterm: input.incoterm as Request['incoterm'],
    incotermPlace: input.incotermPlace,
    deliveryName: input.delivery.name,
    deliveryStreet: input.delivery.street ?? null,
    deliveryCity: input.delivery.city ?? null,
    deliveryPostalCode: input.delivery.postalCode ?? null,
    deliveryCountry: input.delivery.country,
    paymentDays: input.paymentDays ?? 30,
    advancePercent: input.advancePercent ?? '0',
  };
}
