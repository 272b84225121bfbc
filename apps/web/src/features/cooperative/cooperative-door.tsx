import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useSession } from '@/api/session';
import { Door } from '@/app/door';
import { QuoteSender } from '@/offline/quote-sender';
import { tidy } from '@/offline/quote-shelf';
import { keepScreens } from '@/offline/register';
import { SendingContext } from '@/offline/sender-context';
import { say } from '@/ui/toast';
import { LineLost } from './parts/line-lost';
import { NewVersion } from './parts/new-version';
import styles from './cooperative-door.module.css';

/** Around the cooperative's screens: what was left unsent is sent while one of them is open. */
export default function CooperativeDoor() {
  const queries = useQueryClient();
  const { person, organisation } = useSession();
  const owner = `${person.id}.${organisation?.id ?? ''}`;
  const { t } = useTranslation('cooperative');
  const sending = useMemo(
    () => ({
      owner,
      sender: new QuoteSender(queries, owner, ({ title }) => say(t('quoteSent', { title }))),
    }),
    [queries, owner, t],
  );
  useEffect(() => sending.sender.start(), [sending]);
  useEffect(keepScreens, []);
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ query }) => {
        if (query.queryKey[0] === sessionQuery.queryKey[0] && query.state.data === null) {
          void tidy();
        }
      }),
    [queries],
  );
  return (
    <SendingContext.Provider value={sending}>
      <div className={styles.door}>
        <LineLost />
        <NewVersion />
        <Door />
      </div>
    </SendingContext.Provider>
  );
}
