import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '@/api/client';
import { useMay } from '@/api/session';

type RequestRow = Schemas['RequestRow'];
type AwardRow = Schemas['AwardRow'];
type OrderRow = Schemas['OrderRow'];
type FailedPaper = Schemas['WorkItem'];

/** Something that waits. `at` is when it is due, or since when it waits. */
export type WorkItem = { id: string; at: string | null; mine: boolean } & (
  | { kind: 'draft' | 'approval' | 'compare' | 'no_quotes' | 'open'; request: RequestRow }
  | { kind: 'award_draft' | 'award_approval'; award: AwardRow }
  | { kind: 'order_unanswered' | 'order_rejected' | 'order_change'; order: OrderRow }
  | { kind: 'document_failed'; paper: FailedPaper }
);

/** So long a cooperative may take over an answer before the buyer is told to ask. */
const patientDays = 3;
/** An open request without quotes becomes work so long before its end. */
const lastDays = 5;
const day = 86_400_000;

/** What waits for the buyer, put together from the lists of the api; soonest deadline first. */
export function useWork() {
  const mayWrite = useMay('requests.write');
  const mayApprove = useMay('requests.approve');
  const mayAward = useMay('awards.write');
  const mayApproveAward = useMay('awards.approve');
  const mayOrder = useMay('orders.write');
  const requests = (state: 'draft' | 'awaiting_approval' | 'open' | 'closed') =>
    api.queryOptions('get', '/v1/buyer/requests', {
      params: { query: { state, sort: 'deadline', limit: 50 } },
    });
  const awards = (state: 'draft' | 'awaiting_approval') =>
    api.queryOptions('get', '/v1/buyer/awards', { params: { query: { state, limit: 50 } } });
  const orders = (state: 'issued' | 'rejected' | 'change_proposed') =>
    api.queryOptions('get', '/v1/buyer/orders', { params: { query: { state, limit: 50 } } });
  return useQueries({
    queries: [
      requests('draft'),
      requests('awaiting_approval'),
      requests('open'),
      requests('closed'),
      awards('draft'),
      awards('awaiting_approval'),
      orders('issued'),
      orders('rejected'),
      orders('change_proposed'),
      // Which papers failed no list tells.
      api.queryOptions('get', '/v1/buyer/work'),
    ],
    combine: (results) => {
      const [drafts, approvals, open, closed, awardDrafts, awardApprovals, issued, rejected, changed, own] =
        results;
      const now = Date.now();
      const within = (at: string | null, days: number): boolean =>
        at !== null && Date.parse(at) - now < days * day;
      const items: WorkItem[] = [
        ...(drafts.data?.items ?? []).map((request): WorkItem => ({
          kind: 'draft',
          id: request.id,
          at: request.deadline,
          mine: mayWrite,
          request,
        })),
        ...(approvals.data?.items ?? []).map((request): WorkItem => ({
          kind: 'approval',
          id: request.id,
          at: request.deadline,
          mine: mayApprove,
          request,
        })),
        ...(open.data?.items ?? []).map((request): WorkItem => {
          const alone = mayWrite && request.quoteCount === 0 && within(request.deadline, lastDays);
          return {
            kind: alone ? 'no_quotes' : 'open',
            id: request.id,
            at: request.deadline,
            mine: alone,
            request,
          };
        }),
        ...(closed.data?.items ?? []).map((request): WorkItem => ({
          kind: 'compare',
          id: request.id,
          at: request.deadline,
          mine: mayAward,
          request,
        })),
        ...(awardDrafts.data?.items ?? []).map((award): WorkItem => ({
          kind: 'award_draft',
          id: award.id,
          at: award.proposedAt,
          mine: mayAward,
          award,
        })),
        ...(awardApprovals.data?.items ?? []).map((award): WorkItem => ({
          kind: 'award_approval',
          id: award.id,
          at: award.proposedAt,
          mine: mayApproveAward,
          award,
        })),
        ...(issued.data?.items ?? []).map((order): WorkItem => ({
          kind: 'order_unanswered',
          id: order.id,
          at: order.issuedAt,
          mine: mayOrder && within(order.issuedAt, -patientDays),
          order,
        })),
        ...(changed.data?.items ?? []).map((order): WorkItem => ({
          kind: 'order_change',
          id: order.id,
          at: order.issuedAt,
          mine: mayOrder,
          order,
        })),
        ...(rejected.data?.items ?? []).map((order): WorkItem => ({
          kind: 'order_rejected',
          id: order.id,
          at: order.issuedAt,
          mine: mayOrder,
          order,
        })),
        ...(own.data?.items ?? [])
          .filter((item) => item.kind === 'document_failed')
          .map((paper): WorkItem => ({
            kind: 'document_failed',
            id: paper.id,
            at: paper.since,
            mine: true,
            paper,
          })),
      ];
      // A draft award of a closed request is the same work one step on.
      const drafted = new Set((awardDrafts.data?.items ?? []).map((award) => award.requestId));
      const proposed = new Set((awardApprovals.data?.items ?? []).map((award) => award.requestId));
      return {
        isPending: results.some((result) => result.isPending),
        error: results.find((result) => result.isError)?.error ?? null,
        retry: () => results.forEach((result) => void result.refetch()),
        items: items
          .filter((item) => item.kind !== 'compare' || !(drafted.has(item.id) || proposed.has(item.id)))
          .sort((left, right) => timeOf(left) - timeOf(right)),
      };
    },
  });
}

function timeOf(item: WorkItem): number {
  return item.at === null ? Infinity : Date.parse(item.at);
}
