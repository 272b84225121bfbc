import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Actor,
  assertVersion,
  Database,
  errors,
  minorToText,
  nextState,
  type OrganisationActor,
  type Page,
  pageStart,
  type PersonActor,
  systemActor,
  textToMinor,
  toPage,
  type Tx,
} from '#platform';
import { firstRole } from '../access/permissions.js';
import { identityErrors } from '../identity.errors.js';
import { identityMessages } from '../identity.messages.js';
import { MemberService } from '../member/member.service.js';
import type {
  OrganisationApplication,
  OrganisationChange,
  OrganisationDetails,
  OrganisationQuery,
  OrganisationView,
} from './organisation.dto.js';
import { Organisation } from './organisation.entity.js';
import { organisationTransitions } from './organisation.rules.js';

/** Organisations apply, an administrator admits them, their own people keep them current. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
  ) {}

  /** Anyone may apply. Nothing is told about who applied before. */
  async apply(actor: Actor, input: OrganisationApplication): Promise<{ id: string; state: string }> {
    return this.database.inTransaction(systemActor(actor.requestId), async (tx) => {
      const id = uuidv7();
      await tx.orm.insert(Organisation, {
        id,
        kind: input.kind,
        state: 'applied',
        ...columnsOf(input),
        appliedAt: tx.now,
        version: 1,
      });
      tx.record({
        action: 'organisation.applied',
        subjectType: 'organisation',
        subjectId: id,
        organisationId: id,
        to: 'applied',
      });
      return { id, state: 'applied' };
    });
  }

  async list(actor: Actor, query: OrganisationQuery): Promise<Page<OrganisationView>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) =>
      tx.query<Organisation & { sortKey: string }>(
        `select ${organisationColumns}, applied_at::text as "sortKey" from organisation
          where ($1::text is null or state = $1) and ($2::text is null or kind = $2)
            and ($3::text is null or strpos(lower(name), lower($3)) > 0)
            and ($4::timestamptz is null or (applied_at, id) < ($4, $5))
          order by applied_at desc, id desc limit $6`,
        [query.state ?? null, query.kind ?? null, query.search || null, start.key, start.id, start.limit + 1],
      ),
    );
    const page = toPage(rows, start);
    return { ...page, items: page.items.map((row) => view(row)) };
  }

  async byId(actor: Actor, id: string): Promise<OrganisationView> {
    return this.database.read(actor, async (tx) => view(await load(tx, id)));
  }

  /** Admits, and invites the one who applied to be its first member. */
  async admit(actor: PersonActor, id: string, version: number): Promise<OrganisationView> {
    return this.database.inTransaction(actor, async (tx) => {
      const organisation = await this.decide(tx, id, version, 'admit');
      await this.members.inviteTo(tx, id, {
        email: organisation.email,
        roles: [firstRole[organisation.kind]],
      });
      return view(organisation);
    });
  }

  async refuse(actor: PersonActor, id: string, version: number, reason: string): Promise<OrganisationView> {
    return this.database.inTransaction(actor, async (tx) => {
      const organisation = await this.decide(tx, id, version, 'refuse', reason);
      tx.announce(identityMessages.organisationRefused(id));
      return view(organisation);
    });
  }

  async change(
    actor: OrganisationActor,
    version: number,
    input: OrganisationChange,
  ): Promise<OrganisationView> {
    return this.database.inTransaction(actor, async (tx) => {
      const organisation = await load(tx, actor.organisationId);
      assertVersion(organisation, version);
      const limit = input.approvalLimit;
      if (
        limit === undefined &&
        organisation.approvalLimitMinor !== null &&
        input.currency !== organisation.currency
      ) {
        throw errors.invalid_input({
          errors: [
            {
              pointer: '/approvalLimit',
              code: 'limit_in_former_currency',
              detail: `The limit is in ${organisation.currency}. Say it in ${input.currency}, or null for none.`,
            },
          ],
        });
      }
      const changed = {
        ...columnsOf(input),
        approvalLimitMinor:
          limit === undefined
            ? organisation.approvalLimitMinor
            : limit === null
              ? null
              : textToMinor(limit, input.currency).toString(),
        version: version + 1,
      };
      const updated = await tx.orm.update(Organisation, { id: organisation.id, version }, changed);
      if (updated.affected !== 1) {
        throw errors.version_conflict();
      }
      tx.record({ action: 'organisation.changed', subjectType: 'organisation', subjectId: organisation.id });
      return view({ ...organisation, ...changed });
    });
  }

  /**
   * Whether the organisation's people act for it only after a second factor. Whoever asks that of others has shown that it works.
   * @throws DomainError `factor_first`
   */
  async askForSecondFactor(
    actor: OrganisationActor,
    version: number,
    required: boolean,
  ): Promise<OrganisationView> {
    return this.database.inTransaction(actor, async (tx) => {
      const organisation = await load(tx, actor.organisationId);
      assertVersion(organisation, version);
      const proved = await tx.maybeOne(
        'select 1 from session where id = $1 and factor_proved_at is not null',
        [actor.sessionId],
      );
      if (required && !proved) {
        throw identityErrors.factor_first();
      }
      const changed = { secondFactorRequired: required, version: version + 1 };
      const updated = await tx.orm.update(Organisation, { id: organisation.id, version }, changed);
      if (updated.affected !== 1) {
        throw errors.version_conflict();
      }
      tx.record({
        action: required ? 'organisation.second_factor_required' : 'organisation.second_factor_optional',
        subjectType: 'organisation',
        subjectId: organisation.id,
      });
      return view({ ...organisation, ...changed });
    });
  }

  private async decide(
    tx: Tx,
    id: string,
    version: number,
    event: 'admit' | 'refuse',
    reason?: string,
  ): Promise<Organisation> {
    const organisation = await load(tx, id);
    assertVersion(organisation, version);
    const state = nextState(organisationTransitions, organisation.state, event, 'application');
    const changed = { state, decidedAt: tx.now, decidedBy: tx.actor.personId, version: version + 1 };
    const updated = await tx.orm.update(Organisation, { id, version }, changed);
    if (updated.affected !== 1) {
      throw errors.version_conflict();
    }
    tx.record({
      action: `organisation.${state}`,
      subjectType: 'organisation',
      subjectId: id,
      from: organisation.state,
      to: state,
      detail: reason === undefined ? {} : { reason },
    });
    return { ...organisation, ...changed };
  }
}

const organisationColumns = `id, kind, state, name, legal_id as "legalId", country, street, city, postal_code as "postalCode",
  region, contact_name as "contactName", email, phone, language, time_zone as "timeZone", currency,
  approval_limit_minor as "approvalLimitMinor", second_factor_required as "secondFactorRequired", applied_at as "appliedAt", version`;

async function load(tx: Tx, id: string): Promise<Organisation> {
  const found = await tx.orm.findOne(Organisation, { where: { id } });
  if (!found) {
    throw errors.not_found();
  }
  return found;
}

function columnsOf(input: OrganisationDetails): Partial<Organisation> & OrganisationDetails {
  return {
    name: input.name,
    legalId: input.legalId ?? null,
    country: input.country,
    street: input.street ?? null,
    city: input.city ?? null,
    postalCode: input.postalCode ?? null,
    region: input.region ?? null,
    contactName: input.contactName ?? null,
    email: input.email,
    phone: input.phone ?? null,
    language: input.language ?? 'en',
    timeZone: input.timeZone ?? 'UTC',
    currency: input.currency,
  };
}

function view(row: Organisation): OrganisationView {
  const { approvalLimitMinor, decidedAt: _decidedAt, decidedBy: _decidedBy, ...rest } = row;
  return {
    ...rest,
    approvalLimit: approvalLimitMinor === null ? null : minorToText(approvalLimitMinor, row.currency),
  };
}
