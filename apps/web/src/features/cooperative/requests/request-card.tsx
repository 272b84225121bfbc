import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { State, Tag } from '@/ui/state';
import { Card } from '../parts/card';
import { Due } from '../parts/due';

/** A request in the list: what, how many, from whom, by when, and how far one's own answer is. */
export function RequestCard({ row }: { row: Schemas['InboxRow'] }) {
  const { t } = useTranslation('cooperative');
  return (
    <Card
      to="/cooperative/requests/$requestId"
      params={{ requestId: row.id }}
      head={
        <>
          {row.quoteState !== null ? (
            <span>
              {t('yourQuote')} <State kind="quote" state={row.quoteState} />
            </span>
          ) : row.declinedAt ? (
            <Tag>{t('youDeclined')}</Tag>
          ) : row.state === 'open' ? (
            <Tag tone="waiting">{t('notAnswered')}</Tag>
          ) : (
            <Tag>{t('neverAnswered')}</Tag>
          )}
          {row.state !== 'open' && <State kind="request" state={row.state} />}
        </>
      }
      title={row.title}
    >
      <p>
        <bdi>{row.retailer}</bdi> · {t('lineCount', { count: row.lineCount })}
      </p>
      <p>
        <Due at={row.deadline} />
      </p>
    </Card>
  );
}
