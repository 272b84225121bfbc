import type { TFunction } from 'i18next';
import type { TimelineEntry } from '@/ui/timeline';
import type { RequestView } from '../request/use-request';

/** The request's own moments, and what comes next. */
export function momentsOf(request: RequestView, t: TFunction<'buyer'>): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    { key: 'drafted', at: request.createdAt, title: t('moment_drafted') },
    ...(request.publishedAt
      ? [
          {
            key: 'published',
            at: request.publishedAt,
            title: t('moment_published'),
            words: t('invitedCount', { count: request.invitedCount }),
          },
        ]
      : []),
  ];
  return [...entries, ...nextOf(request, t)];
}

/** How it stands, and what is still to come. */
export function nextOf(request: RequestView, t: TFunction<'buyer'>): TimelineEntry[] {
  const later = (key: 'publish' | 'compare' | 'award' | 'approve'): TimelineEntry => ({
    key,
    at: null,
    title: t(`next_${key}`),
    tone: 'later',
  });
  const deadline = request.deadline ?? null;
  switch (request.state) {
    case 'draft':
      return [{ ...later('publish'), tone: 'now' }];
    case 'awaiting_approval':
      return [{ ...later('approve'), tone: 'now' }];
    case 'open':
      return [{ key: 'closes', at: deadline, title: t('next_closes'), tone: 'now' }, later('compare')];
    case 'closed':
      return [
        { key: 'closed', at: deadline, title: t('moment_closed') },
        { ...later('award'), tone: 'now' },
      ];
    case 'awarded':
      return [
        { key: 'closed', at: deadline, title: t('moment_closed') },
        { key: 'awarded', at: null, title: t('moment_awarded') },
      ];
    case 'unawarded':
      return [
        { key: 'closed', at: deadline, title: t('moment_closed') },
        { key: 'unawarded', at: null, title: t('moment_unawarded'), tone: 'wrong' },
      ];
    case 'cancelled':
      return [
        {
          key: 'cancelled',
          at: null,
          title: t('moment_cancelled'),
          words: request.cancellationReason ?? undefined,
          tone: 'wrong',
        },
      ];
  }
}
