import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Motif } from '@/ui/motif';
import { Panel } from '@/ui/page';
import { useCellWords } from '../lines/cell-words';
import { lineOf } from '../lines/line';
import { useCellReader } from '../lines/use-cell-reader';
import { linesQuery, type RequestView } from '../request/use-request';
import { TermsFacts } from '../terms/terms-facts';
import styles from './publication.module.css';

const firstLines = 40;

/** The request as an invited cooperative reads it: no target prices, nobody else's name. */
export function ReadingView({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const { organisation } = useSession();
  const { data } = useSuspenseQuery(linesQuery(request.id));
  const { crafts } = useCellReader();
  const words = useCellWords(crafts);
  const [all, setAll] = useState(false);
  const lines = (all ? data.items : data.items.slice(0, firstLines)).map(lineOf);
  const notes = (line: (typeof lines)[number]): string =>
    [
      line.sku,
      line.specification,
      words(line, 'craftCode'),
      line.hsCode && t('hsWords', { code: line.hsCode }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Panel>
      <article className={styles.paper}>
        <header className={styles.from}>
          {organisation && <Motif id={organisation.id} size={44} />}
          <div>
            <div className={styles.soft}>{t('asksFor', { name: organisation?.name ?? '' })}</div>
            <h2 className={styles.title}>{request.title}</h2>
            <div className={styles.soft}>{request.reference}</div>
          </div>
        </header>
        {request.description && <p className={styles.description}>{request.description}</p>}
        <TermsFacts request={request} />
        <table className={styles.lines}>
          <caption>{t('linesCount', { count: data.items.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column_number')}</th>
              <th scope="col">{t('column_description')}</th>
              <th scope="col" className={styles.end}>
                {t('column_quantity')}
              </th>
              <th scope="col">{t('column_neededBy')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id}>
                <td>{index + 1}</td>
                <td>
                  <strong>{line.description}</strong>
                  <div className={styles.soft}>{notes(line)}</div>
                </td>
                <td className={styles.end}>
                  {words(line, 'quantity')} {words(line, 'unitCode')}
                </td>
                <td>{words(line, 'neededBy')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {!all && data.items.length > firstLines && (
          <Button variant="default" onClick={() => setAll(true)}>
            {t('allLines', { count: data.items.length })}
          </Button>
        )}
      </article>
    </Panel>
  );
}
