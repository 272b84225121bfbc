import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Moment } from '@/ui/figures';
import { TextLink } from '@/ui/link-button';
import { Motif } from '@/ui/motif';
import { Tag } from '@/ui/state';
import styles from './invited.module.css';

type Row = Schemas['RequestInvitationRow'];

/** The invited, and what each has done: quoted, declined with a reason, or nothing yet. */
export function InvitedList(props: { rows: readonly Row[]; state: string; onTakeBack?: (row: Row) => void }) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  const { rows, state, onTakeBack } = props;
  const seen = state !== 'draft' && state !== 'awaiting_approval';
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.cooperativeId} className={styles.invited}>
          <Motif id={row.cooperativeId} size={32} />
          <div className={styles.what}>
            <TextLink
              to="/buyer/cooperatives/$cooperativeId"
              params={{ cooperativeId: row.cooperativeId }}
              c="var(--ink)"
              fw={600}
              size="sm"
            >
              {row.name}
            </TextLink>
            <div className={styles.soft}>
              {format.country(row.country)}
              {seen && (
                <>
                  {' · '}
                  {t('invitedWhen')} <Moment at={row.invitedAt} />
                </>
              )}
            </div>
            {row.declineReason && <div className={styles.reason}>“{row.declineReason}”</div>}
          </div>
          {seen && (
            <span>
              {row.quoted ? (
                <Tag tone="done">{t('hasQuoted')}</Tag>
              ) : row.declinedAt ? (
                <Tag tone="wrong">{t('hasDeclined')}</Tag>
              ) : (
                <Tag tone={state === 'open' ? 'waiting' : 'quiet'}>
                  {t(state === 'open' ? 'noAnswerYet' : 'noAnswer')}
                </Tag>
              )}
            </span>
          )}
          {onTakeBack && (
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('takeBack', { name: row.name })}
              onClick={() => onTakeBack(row)}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
