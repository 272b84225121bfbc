import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { AccountPage } from './account-page';
import { MessageText } from './message-text';
import styles from './messages.module.css';

/** What was written to whoever is signed in, also by mail. */
export default function MessagesPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { search } = useSearch({ from: '/signed-in/account/messages' });
  const navigate = useNavigate();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/account/messages',
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  const wanted = search?.toLowerCase() ?? '';
  const empty = (
    <Empty drawing="paper" title={t('noMessages')}>
      {t('noMessagesHint')}
    </Empty>
  );
  return (
    <AccountPage title={shared('messages')} lead={t('messagesLead')}>
      <div>
        <ListTools>
          <SearchBox
            label={t('searchMessages')}
            value={search}
            onChange={(text) =>
              void navigate({ to: '/account/messages', search: text ? { search: text } : {}, replace: true })
            }
          />
        </ListTools>
        <Panel padded={false}>
          <Pages query={query} empty={empty}>
            {(rows) => {
              const found = rows.filter(({ subject, body }) =>
                `${subject} ${body}`.toLowerCase().includes(wanted),
              );
              return found.length > 0 ? (
                <ul className={styles.messages}>
                  {found.map((message) => (
                    <Message key={message.id} message={message} />
                  ))}
                </ul>
              ) : (
                <Empty drawing="paper" title={shared('nothingFound')} />
              );
            }}
          </Pages>
        </Panel>
      </div>
    </AccountPage>
  );
}

function Message({ message }: { message: Schemas['MessageView'] }) {
  const format = useFormat();
  return (
    <li>
      <details className={styles.message}>
        <summary className={styles.subject}>
          <span className={styles.words} dir="auto">
            {message.subject}
          </span>
          <time className={styles.at} dateTime={message.createdAt} title={format.moment(message.createdAt)}>
            {format.relative(message.createdAt)}
          </time>
        </summary>
        <MessageText text={message.body} />
      </details>
    </li>
  );
}
