import { v7 as uuidv7 } from 'uuid';
import type { PersonActor } from '#platform';
import {
  type AwardDraft,
  AwardProposalService,
  AwardService,
  ComparisonService,
  type QuoteDraft,
  QuoteService,
  QuoteSubmissionService,
  type QuoteView,
} from '#quoting';
import type { TestContext } from '../../support/context.js';

/** A request with two lines, as it stands once it is published: 400 baskets and 50 mats. */
export interface PublishedRequest {
  id: string;
  lines: { baskets: string; mats: string };
}

export interface Scene {
  buyer: { id: string; requester: PersonActor; approver: PersonActor; owner: PersonActor };
  cooperative: (name: string, options?: { certified?: boolean }) => Promise<PersonActor>;
  request: (
    invited: readonly PersonActor[],
    options?: Partial<{
      sealed: boolean;
      partialWelcome: boolean;
      splitWelcome: boolean;
      moreThanAsked: boolean;
      hours: number;
      schemes: readonly string[];
      buyerId: string;
    }>,
  ) => Promise<PublishedRequest>;
  schemeId: string;
  /** Takes a cooperative's certificate away, as compliance does. */
  suspend: (cooperative: PersonActor) => Promise<void>;
  services: {
    quotes: QuoteService;
    submissions: QuoteSubmissionService;
    comparisons: ComparisonService;
    proposals: AwardProposalService;
    awards: AwardService;
  };
  draft: (request: PublishedRequest, change?: Partial<QuoteDraft>) => QuoteDraft;
  /** A draft saved and submitted. */
  quoted: (
    cooperative: PersonActor,
    request: PublishedRequest,
    change?: Partial<QuoteDraft>,
  ) => Promise<QuoteView>;
  allocate: (...shares: [line: string, quoteId: string, quantity: string][]) => AwardDraft;
}

/** Organisations and requests as other contexts make them, by plain rows; everything of quoting itself by its services. */
export async function setScene(context: TestContext): Promise<Scene> {
  const { peek } = context;
  const buyerId = await context.organisation('retailer', {
    name: 'Hearth and Hall',
    currency: 'EUR',
    approvalLimitMinor: '1000000',
  });
  const assuranceId = await context.organisation('assurance', { name: 'Fair Craft Assurance' });
  const officer = await context.member(assuranceId, 'assurance', ['officer']);
  const lead = await context.member(assuranceId, 'assurance', ['lead']);
  const schemeId = uuidv7();
  await peek(
    `insert into scheme (id, code, name, owner_name, kind, edition, source, months_valid)
     values ($1, $2, 'Guarantee of Tests', 'Test owner', 'membership', '1', 'https://example.org', 24)`,
    [schemeId, `TEST-${schemeId.slice(-8)}`],
  );
  await peek(
    `insert into exchange_rate (currency, day, per_euro, source)
     values ('KES', weftway_now()::date - 3, 150, 'test'), ('USD', weftway_now()::date - 3, 1.25, 'test') on conflict do nothing`,
  );
  const services = {
    quotes: context.get(QuoteService),
    submissions: context.get(QuoteSubmissionService),
    comparisons: context.get(ComparisonService),
    proposals: context.get(AwardProposalService),
    awards: context.get(AwardService),
  };

  const scene: Scene = {
    buyer: {
      id: buyerId,
      requester: await context.member(buyerId, 'retailer', ['requester']),
      approver: await context.member(buyerId, 'retailer', ['approver']),
      owner: await context.member(buyerId, 'retailer', ['owner']),
    },
    schemeId,
    services,
    cooperative: async (name, { certified = true } = {}) => {
      const id = await context.organisation('cooperative', { name });
      if (certified) {
        const certificateId = uuidv7();
        await peek(
          `insert into certificate (id, reference, cooperative_id, assurance_id, scheme_id, state, scope, valid_from, valid_until,
                  proposed_verdict, proposed_by, proposed_at, decided_by, decided_at, created_by)
           values ($1, $2, $3, $4, $5, 'granted', 'All', weftway_now()::date - 30, weftway_now()::date + 300, 'grant', $6, now(), $7, now(), $6)`,
          [
            certificateId,
            `C-${certificateId.slice(-12)}`,
            id,
            assuranceId,
            schemeId,
            officer.personId,
            lead.personId,
          ],
        );
      }
      return context.member(id, 'cooperative', ['manager']);
    },
    suspend: async (cooperative) => {
      await peek(
        `update certificate set state = 'suspended', suspended_at = now(), suspension_reason = 'Test' where cooperative_id = $1 and state = 'granted'`,
        [cooperative.organisationId],
      );
    },
    request: async (invited, options = {}) => {
      const id = uuidv7();
      const owner = options.buyerId ?? buyerId;
      const lines = { baskets: uuidv7(), mats: uuidv7() };
      await peek(
        `insert into request (id, buyer_id, reference, state, title, currency, sealed, partial_welcome, split_welcome, more_than_asked,
                deadline, incoterm, incoterm_place, delivery_name, delivery_country, created_by)
         values ($1, $2, $3, 'draft', 'Autumn range', 'EUR', $4, $5, $6, $7, weftway_now() + make_interval(hours => $8), 'FCA', 'Mombasa',
                 'Warehouse', 'NL', $9)`,
        [
          id,
          owner,
          `SR-${id.slice(-12)}`,
          options.sealed ?? true,
          options.partialWelcome ?? true,
          options.splitWelcome ?? true,
          options.moreThanAsked ?? false,
          options.hours ?? 24,
          uuidv7(),
        ],
      );
      await peek(
        `insert into request_line (request_id, id, buyer_id, position, description, quantity, unit_code)
         values ($1, $2, $4, 1, 'Sisal basket', 400, 'C62'), ($1, $3, $4, 2, 'Mat', 50, 'C62')`,
        [id, lines.baskets, lines.mats, owner],
      );
      await peek(
        'insert into request_requirement (request_id, scheme_id, buyer_id) select $1, s, $2 from unnest($3::uuid[]) s',
        [id, owner, options.schemes ?? [schemeId]],
      );
      await peek(
        'insert into request_invitation (request_id, cooperative_id, buyer_id, invited_by) select $1, c, $2, $3 from unnest($4::uuid[]) c',
        [id, owner, uuidv7(), invited.map((one) => one.organisationId)],
      );
      await peek(
        `update request set state = 'open', revision = 1, published_at = weftway_now() where id = $1`,
        [id],
      );
      await peek(
        'insert into request_revision (request_id, revision, buyer_id, content, published_by) values ($1, 1, $2, $3, $4)',
        [id, owner, '{}', uuidv7()],
      );
      return { id, lines };
    },
    draft: (request, change = {}) => ({
      currency: 'EUR',
      validUntil: new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10),
      terms: 'Packed flat',
      lines: [
        {
          requestLineId: request.lines.baskets,
          quantity: '500',
          unitPrice: '5.20',
          minimumQuantity: '50',
          leadTimeDays: 40,
          priceBreaks: [{ fromQuantity: '300', unitPrice: '4.75' }],
        },
        { requestLineId: request.lines.mats, quantity: '50', unitPrice: '12', leadTimeDays: 30 },
      ],
      ...change,
    }),
    quoted: async (cooperative, request, change) => {
      const saved = await services.quotes.save(cooperative, request.id, null, scene.draft(request, change));
      return services.submissions.submit(cooperative, request.id, saved.version);
    },
    allocate: (...shares) => ({
      allocations: shares.map(([requestLineId, quoteId, quantity]) => ({ requestLineId, quoteId, quantity })),
      reason: 'Best of all',
    }),
  };
  return scene;
}

/** Publishes a new revision of a request without changing its lines. */
export async function amend(context: TestContext, request: PublishedRequest): Promise<void> {
  await context.peek(`update request set revision = revision + 1, version = version + 1 where id = $1`, [
    request.id,
  ]);
  await context.peek(
    `insert into request_revision (request_id, revision, buyer_id, content, published_by)
     select id, revision, buyer_id, '{}', created_by from request where id = $1`,
    [request.id],
  );
}

/** The code of what was refused; fails the test when nothing was. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; detail: string; errors: { pointer: string; code: string; detail: string }[] }> {
  try {
    await work;
  } catch (error) {
    const {
      code,
      message,
      detail,
      errors = [],
    } = error as {
      code: string;
      message: string;
      detail: string;
      errors?: { pointer: string; code: string; detail: string }[];
    };
    // Of a refusal that the database made, the message is the api's code.
    return { code: code.startsWith('WW') ? message : code, detail, errors };
  }
  throw new Error('This was to be refused, and was not');
}

/** Everything that quoting holds of a request, to see that a refusal changed nothing. */
export async function everythingOf(context: TestContext, requestId: string): Promise<unknown> {
  const [row] = await context.peek<{ everything: unknown }>(
    `select jsonb_build_object(
       'request', (select jsonb_build_object('state', state, 'version', version) from request where id = $1),
       'quotes', (select jsonb_agg(to_jsonb(q) order by id) from quote q where request_id = $1),
       'revisions', (select jsonb_agg(to_jsonb(v) order by quote_id, revision) from quote_revision v where request_id = $1),
       'lines', (select jsonb_agg(to_jsonb(l) order by quote_id, revision, request_line_id) from quote_line l where request_id = $1),
       'breaks', (select jsonb_agg(to_jsonb(b) order by quote_id, revision, request_line_id, from_quantity) from quote_price_break b where request_id = $1),
       'awards', (select jsonb_agg(to_jsonb(a) order by id) from award a where request_id = $1),
       'allocations', (select jsonb_agg(to_jsonb(a) order by award_id, request_line_id, quote_id) from award_allocation a where request_id = $1),
       'outbox', (select count(*) from outbox_message), 'audit', (select count(*) from audit_entry)) as everything`,
    [requestId],
  );
  return row?.everything;
}
