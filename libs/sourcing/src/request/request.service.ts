import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Schemes } from '#compliance';
import {
  assertVersion,
  Database,
  errors,
  minorToText,
  type Page,
  pageStart,
  type PersonActor,
  referenceOf,
  takeNumbers,
  type Tx,
} from '#platform';
import { sourcingErrors } from '../sourcing.errors.js';
import type {
  LineQuery,
  NewRequest,
  RequestDraft,
  RequestLineView,
  RequestQuery,
  RequestRow,
  RequestView,
} from './request.dto.js';
import { Request } from './request.entity.js';
import { RequestLines } from './request-lines.js';
import { Requests } from './request.queries.js';
import { estimateMinor } from './request.rules.js';

/** Drafting and reading requests. Publishing and what follows is in RequestPublication. */
@Injectable()
export class RequestService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly lines: RequestLines,
    private readonly schemes: Schemes,
  ) {}

  async create(actor: PersonActor, input: NewRequest): Promise<RequestView> {
    return this.database.inTransaction(actor, async (tx) => {
      const id = uuidv7();
      const year = tx.now.getUTCFullYear();
      const number = await takeNumbers(tx, { organisationId: actor.organisationId, kind: 'request', year });
      await tx.orm.insert(Request, {
        id,
        buyerId: actor.organisationId,
        reference: referenceOf('SR', year, number),
        state: 'draft',
        ...columnsOf(input),
        revision: 0,
        createdBy: actor.personId,
        createdAt: tx.now,
        version: 1,
      });
      await this.replaceRequirements(tx, id, input.schemeIds ?? []);
      if (input.lines && input.lines.length > 0) {
        await this.lines.append(tx, id, input.lines, 0);
      }
      tx.record({ action: 'request.drafted', subjectType: 'request', subjectId: id, to: 'draft' });
      return this.viewIn(tx, id);
    });
  }

  async list(actor: PersonActor, query: RequestQuery): Promise<Page<RequestRow>> {
    return this.database.read(actor, (tx) => this.requests.list(tx, query, pageStart(query)));
  }

  async byId(actor: PersonActor, id: string): Promise<RequestView> {
    return this.database.read(actor, (tx) => this.viewIn(tx, id));
  }

  async linesOf(actor: PersonActor, id: string, query: LineQuery): Promise<Page<RequestLineView>> {
    return this.database.read(actor, async (tx) => {
      await this.requests.view(tx, id);
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
      await tx.execute('delete from request_requirement where request_id = $1', [id]);
      await this.replaceRequirements(tx, id, schemeIds);
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
    const {
      lines,
      deliveryName,
      deliveryStreet,
      deliveryCity,
      deliveryPostalCode,
      deliveryCountry,
      submittedBy: _by,
      buyerId: _buyer,
      ...row
    } = await this.requests.view(tx, id);
    const estimate = estimateMinor(lines, row.currency);
    return {
      ...row,
      deadline: row.deadline === null ? null : new Date(row.deadline).toISOString(),
      delivery: {
        name: deliveryName,
        street: deliveryStreet,
        city: deliveryCity,
        postalCode: deliveryPostalCode,
        country: deliveryCountry,
      },
      estimate: estimate === null ? null : minorToText(estimate, row.currency),
    };
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

  private async replaceRequirements(tx: Tx, id: string, schemeIds: readonly string[]): Promise<void> {
    const known = new Set((await this.schemes.byIds(tx, schemeIds)).map((scheme) => scheme.id));
    const unknown = schemeIds.flatMap((schemeId, index) =>
      known.has(schemeId)
        ? []
        : [{ pointer: `/schemeIds/${index}`, code: 'scheme_unknown', detail: 'There is no such scheme.' }],
    );
    if (unknown.length > 0) {
      throw errors.invalid_input({ errors: unknown });
    }
    await tx.execute(
      'insert into request_requirement (request_id, scheme_id, buyer_id) select $1, unnest($2::uuid[]), $3',
      [id, schemeIds, tx.actor.organisationId],
    );
  }
}

/** Columns of a draft's fields, with the defaults that the API documents. */
function columnsOf(input: RequestDraft): Partial<Request> {
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
