import {
  IconAlertTriangle,
  IconCalendarDue,
  IconFileInvoice,
  IconMailOpened,
  IconPencil,
  IconRefreshAlert,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton } from '@/ui/link-button';
import { Card } from '../parts/card';
import { Due } from '../parts/due';
import styles from './work-card.module.css';

type Item = Schemas['WorkItem'];

/** What is done about each kind of work, and where. */
const kinds = {
  request_to_answer: { icon: IconMailOpened, to: '/cooperative/requests/$requestId', id: 'requestId' },
  quote_to_send: { icon: IconPencil, to: '/cooperative/requests/$requestId/quote', id: 'requestId' },
  quote_to_confirm: { icon: IconRefreshAlert, to: '/cooperative/requests/$requestId/quote', id: 'requestId' },
  order_to_answer: { icon: IconFileInvoice, to: '/cooperative/orders/$orderId', id: 'orderId' },
  certificate_to_mend: {
    icon: IconAlertTriangle,
    to: '/cooperative/certificates/$certificateId',
    id: 'certificateId',
  },
  certificate_ending: {
    icon: IconCalendarDue,
    to: '/cooperative/certificates/$certificateId',
    id: 'certificateId',
  },
} as const satisfies Record<string, { icon: ComponentType; to: string; id: string }>;

export type CooperativeWork = Item & { kind: keyof typeof kinds };

export function isCooperativeWork(item: Item): item is CooperativeWork {
  return item.kind in kinds;
}

/** One thing that waits, with its one next step. Only the first of the screen is in madder. */
export function WorkCard(props: { item: CooperativeWork; lineCount: number | undefined; first: boolean }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { item, lineCount, first } = props;
  const { icon: Icon, to, id } = kinds[item.kind];
  const about = item.kind.startsWith('certificate') || item.kind.startsWith('order');
  return (
    <Card
      to={to}
      params={{ [id]: item.id }}
      head={
        <span className={styles.kind}>
          <Icon size={16} stroke={1.8} aria-hidden />
          {t(`work_${item.kind}`)}
        </span>
      }
      title={item.kind === 'order_to_answer' ? t('orderFrom', { who: item.party }) : item.title}
      foot={
        <LinkButton
          to={to}
          params={{ [id]: item.id } as never}
          variant={first ? 'filled' : 'light'}
          size="md"
          {...(first && actionButton)}
        >
          {t(`step_${item.kind}`)}
        </LinkButton>
      }
    >
      {!about && (
        <p>
          <bdi>{item.party}</bdi>
          {lineCount !== undefined && ` · ${t('lineCount', { count: lineCount })}`}
        </p>
      )}
      {about && (
        <p>
          <bdi>{item.reference}</bdi>
          {item.kind.startsWith('certificate') && (
            <>
              {' '}
              · <bdi>{item.party}</bdi>
            </>
          )}
        </p>
      )}
      {item.due && item.kind === 'certificate_ending' && (
        <p>{t('endsIn', { when: format.relative(item.due) })}</p>
      )}
      {item.due && item.kind !== 'certificate_ending' && (
        <p className={styles.due}>
          <Due at={item.due} />
        </p>
      )}
      {!item.due && <p>{t('waitsSince', { when: format.relative(item.since) })}</p>}
    </Card>
  );
}
