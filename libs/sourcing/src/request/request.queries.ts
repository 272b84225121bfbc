import { Injectable } from '@nestjs/common';
import { errors, nextState, type Page, type PageStart, toPage, type Tx } from '#platform';
import { sourcingErrors } from '../sourcing.errors.js';
import { sourcingMessages } from '../sourcing.messages.js';
import { requestTransitions, type RequestState, stateNow } from './request.rules.js';
import type { RequestLineView } from './request-line.dto.js';

export interface RequestLineRow {
  id: string;
  position: number;
  sku: string | null;
  description: string;
  specification: string | null;
  quantity: string;
  unitCode: string;
  targetUnitPrice: string | null;
  hsCode: string | null;
  neededBy: string | null;
  craftCode: string | null;
}

interface RequestHeader {
  id: string;
  buyerId: string;
  reference: string;
  title: string;
  description: string;
  state: RequestState;
  revision: number;
  currency: string;
  sealed: boolean;
  partialWelcome: boolean;
  splitWelcome: boolean;
  moreThanAsked: boolean;
  deadline: Date | null;
  deliverBy: string | null;
  incoterm: string;
  incotermPlace: string;
  deliveryName: string;
  deliveryStreet: string | null;
  deliveryCity: string | null;
  deliveryPostalCode: string | null;
  deliveryCountry: string;
  paymentDays: number;
  advancePercent: string;
  submittedBy: string | null;
  version: number;
}

/** What a cooperative quotes on. `state` is as the clock has it. */
export type RequestForQuoting = Omit<RequestHeader, 'submittedBy' | 'version'> & {
  deadline: Date;
  lines: Omit<RequestLineRow, 'targetUnitPrice'>[];
};

/** What an award is made of, locked. `state` is as stored, after closing has been written down. */
export type RequestForAward = RequestHeader & { schemeIds: string[]; lines: RequestLineRow[] };

export const headerColumns = `r.id, r.buyer_id as "buyerId", r.reference, r.title, r.description, r.state, r.revision, r.currency,
  r.sealed, r.partial_welcome as "partialWelcome", r.split_welcome as "splitWelcome", r.more_than_asked as "moreThanAsked",
  r.deadline, r.deliver_by as "deliverBy", r.incoterm, r.incoterm_place as "incotermPlace", r.delivery_name as "deliveryName",
  r.delivery_street as "deliveryStreet", r.delivery_city as "deliveryCity", r.delivery_postal_code as "deliveryPostalCode",
  r.delivery_country as "deliveryCountry", r.payment_days as "paymentDays", trim_scale(r.advance_percent)::text as "advancePercent",
  r.submitted_by as "submittedBy", r.version`;

export const lineColumns = `l.id, l.position, l.sku, l.description, l.specification, trim_scale(l.quantity)::text as quantity,
  l.unit_code as "unitCode", trim_scale(l.target_unit_price)::text as "targetUnitPrice", l.hs_code as "hsCode",
  l.needed_by as "neededBy", l.craft_code as "craftCode"`;

/** Requests as other contexts and screens read them, in the transaction of whoever asks. */
@Injectable()
export class Requests {
  /** A request that the acting cooperative is invited to; anything else is not there. */
  async forQuoting(tx: Tx, requestId: string): Promise<RequestForQuoting> {
    const header = await tx.one<RequestHeader>(
      `select ${headerColumns} from request r join request_invitation i on i.request_id = r.id and i.cooperative_id = $2
        where r.id = $1 and r.revision > 0`,
      [requestId, tx.actor.organisationId],
    );
    const { submittedBy: _submittedBy, version: _version, deadline, ...shown } = header;
    if (!deadline) {
      throw errors.not_found();
    }
    const lines = await this.lines(tx, requestId);
    return {
      ...shown,
      deadline,
      state: stateNow(header, tx.now),
      lines: lines.map(({ targetUnitPrice: _targetUnitPrice, ...line }) => line),
    };
  }

  /**
   * The acting buyer's request under a lock, with its closing written down when the deadline has passed.
   * @throws DomainError `request_not_closed` while it is open, awarded or anything else
   */
  async lockForAward(tx: Tx, requestId: string): Promise<RequestForAward> {
    const header = await tx.one<RequestHeader>(
      `select ${headerColumns} from request r where r.id = $1 for update`,
      [requestId],
    );
    const state = stateNow(header, tx.now);
    if (state !== 'closed') {
      throw sourcingErrors.request_not_closed({
        detail:
          state === 'open'
            ? 'The request is still open. An award can be made once its deadline has passed.'
            : `The request is ${state.replaceAll('_', ' ')}. An award follows the closing of its request, once.`,
        extra: { state },
      });
    }
    if (header.state === 'open') {
      await close(tx, header);
      header.version += 1;
    }
    const schemes = await tx.query<{ scheme_id: string }>(
      'select scheme_id from request_requirement where request_id = $1 order by scheme_id',
      [requestId],
    );
    return {
      ...header,
      state,
      schemeIds: schemes.map((row) => row.scheme_id),
      lines: await this.lines(tx, requestId),
    };
  }

  /** Whether the acting buyer has this request; 404 otherwise. */
  async assertOwn(tx: Tx, requestId: string): Promise<void> {
    await this.referenceOf(tx, requestId);
  }

  /** Under which the acting buyer knows a request; 404 where it is not theirs. */
  async referenceOf(tx: Tx, requestId: string): Promise<string> {
    const row = await tx.one<{ reference: string }>(
      'select reference from request where id = $1 and buyer_id = $2',
      [requestId, tx.actor.organisationId],
    );
    return row.reference;
  }

  /** The award is made. */
  async markAwarded(tx: Tx, requestId: string): Promise<void> {
    await this.end(tx, requestId, 'awarded');
  }

  /** Closes a request whose deadline has passed by the database's clock. @returns whether it was closed now */
  async closeIfDue(tx: Tx, requestId: string): Promise<boolean> {
    const header = await tx.maybeOne<RequestHeader>(
      `select ${headerColumns} from request r where r.id = $1 for update`,
      [requestId],
    );
    if (!header || header.state !== 'open' || stateNow(header, tx.now) !== 'closed') {
      return false;
    }
    await close(tx, header);
    return true;
  }

  async lines(tx: Tx, requestId: string): Promise<RequestLineRow[]> {
    return tx.query<RequestLineRow>(
      `select ${lineColumns} from request_line l where l.request_id = $1 order by l.position`,
      [requestId],
    );
  }

  async linePage(tx: Tx, requestId: string, start: PageStart): Promise<Page<RequestLineView>> {
    const rows = await tx.query<RequestLineView & { sortKey: string }>(
      `select ${lineColumns}, l.position::text as "sortKey" from request_line l
        where l.request_id = $1 and ($2::int is null or l.position > $2) order by l.position limit $3`,
      [requestId, positionOf(start.key), start.limit + 1],
    );
    return toPage(rows, start);
  }

  /** Ends a closed request. */
  async end(tx: Tx, requestId: string, to: 'awarded' | 'unawarded', reason?: string): Promise<void> {
    const changed = await tx.execute(
      `update request set state = $2, version = version + 1 where id = $1 and state = 'closed'`,
      [requestId, to],
    );
    if (changed !== 1) {
      throw sourcingErrors.request_not_closed();
    }
    tx.record({
      action: `request.${to}`,
      subjectType: 'request',
      subjectId: requestId,
      from: 'closed',
      to,
      ...(reason !== undefined && { detail: { reason } }),
    });
  }
}

async function close(tx: Tx, request: RequestHeader): Promise<void> {
  const to = nextState(requestTransitions, request.state, 'close', 'request');
  await tx.execute(
    'update request set state = $2, closed_at = deadline, version = version + 1 where id = $1',
    [request.id, to],
  );
  tx.record({
    action: 'request.closed',
    subjectType: 'request',
    subjectId: request.id,
    organisationId: request.buyerId,
    from: request.state,
    to,
  });
  tx.announce(sourcingMessages.requestClosed(request.id));
}

function positionOf(key: string | null): number | null {
  return key !== null && /^\d{1,5}$/.test(key) ? Number(key) : null;
}
