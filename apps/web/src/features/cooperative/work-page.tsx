import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { Card, Cards } from './parts/card';
import { Due } from './parts/due';
import { useWork } from './work/use-work';
import { WorkCard } from './work/work-card';
import styles from './work/work-card.module.css';

/** What waits, soonest first, each with its one next step. */
export default function WorkPage() {
  const { t } = useTranslation('cooperative');
  const { organisation } = useSession();
  const { work, waiting, won, onlyHere, lineCount } = useWork();
  return (
    <Page title={t('workTitle')} lead={organisation?.name}>
      {work.isPending && (
        <Panel padded={false}>
          <RowsSkeleton rows={6} />
        </Panel>
      )}
      {work.isError && <ProblemNotice error={work.error} onRetry={() => void work.refetch()} />}
      {onlyHere.length > 0 && (
        <section className={styles.here}>
          <h2 className={styles.section}>{t('onlyHereTitle')}</h2>
          <Cards label={t('onlyHereTitle')}>
            {onlyHere.map((quote) => (
              <Card
                key={quote.requestId}
                to="/cooperative/requests/$requestId/quote"
                params={{ requestId: quote.requestId }}
                head={quote.wantsSending ? t('waitsForLine') : t('onlyHere')}
                title={quote.title}
              >
                <p>{quote.retailer}</p>
                <p>
                  <Due at={quote.deadline} />
                </p>
              </Card>
            ))}
          </Cards>
        </section>
      )}
      {waiting.length > 0 && (
        <Cards label={t('workTitle')}>
          {waiting.map((item, index) => (
            <WorkCard
              key={`${item.kind} ${item.id}`}
              item={item}
              lineCount={lineCount(item.id)}
              first={index === 0}
            />
          ))}
        </Cards>
      )}
      {work.isSuccess && waiting.length === 0 && onlyHere.length === 0 && (
        <Empty
          drawing="basket"
          title={t('workEmpty')}
          action={
            <LinkButton to="/cooperative/products" variant="light" size="md">
              {t('showProducts')}
            </LinkButton>
          }
        >
          {t('workEmptyWords')}
        </Empty>
      )}
      {won.length > 0 && (
        <>
          <h2 className={styles.section}>{t('wonTitle')}</h2>
          <Cards label={t('wonTitle')}>
            {won.map((quote) => (
              <Card
                key={quote.id}
                to="/cooperative/requests/$requestId"
                params={{ requestId: quote.requestId }}
                head={<State kind="quote" state={quote.state} />}
                title={quote.requestTitle}
              >
                <p>{quote.reference}</p>
              </Card>
            ))}
          </Cards>
        </>
      )}
    </Page>
  );
}
