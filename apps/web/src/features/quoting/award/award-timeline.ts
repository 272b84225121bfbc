import type { TFunction } from 'i18next';
import type { TimelineEntry } from '@/ui/timeline';
import type { Award } from './plan';

/** What happened to an award, and what comes next. */
export function awardTimeline(award: Award, t: TFunction<'trade'>): TimelineEntry[] {
  const { state } = award;
  const entries: TimelineEntry[] = [
    {
      key: 'proposed',
      at: award.proposedAt,
      title: t('proposedBy', { name: award.proposedByName ?? t('someone') }),
    },
  ];
  if (state === 'draft') {
    entries.push({
      key: 'next',
      at: null,
      title: t(award.needsApproval ? 'nextAskApproval' : 'nextConfirm'),
      tone: 'now',
    });
  }
  if (state === 'awaiting_approval') {
    entries.push({ key: 'next', at: null, title: t('nextApproval'), tone: 'now' });
  }
  if (award.approvedAt) {
    entries.push({
      key: 'approved',
      at: award.approvedAt,
      title: t('approvedBy', { name: award.approvedByName ?? t('someone') }),
    });
  }
  if (award.confirmedAt && state === 'confirmed') {
    entries.push({ key: 'confirmed', at: award.confirmedAt, title: t('confirmedAndIssued') });
  }
  if (state === 'rejected') {
    entries.push({
      key: 'rejected',
      at: null,
      title: t('rejected'),
      words: award.rejectionReason ? `“${award.rejectionReason}”` : undefined,
      tone: 'wrong',
    });
  }
  return entries;
}
