import { useTranslation } from 'react-i18next';
import { doorOf, useSession } from '@/api/session';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { Page, Panel } from '@/ui/page';

/** Within the door whose address was mistyped. */
export default function PlaceNotFound() {
  const { t } = useTranslation('shared');
  const session = useSession();
  return (
    <Page title={t('notFound')} width="narrow">
      <Panel>
        <Empty
          drawing="thread"
          title={t('pageGone')}
          action={<LinkButton to={doorOf(session)}>{t('toWork')}</LinkButton>}
        >
          {t('pageGoneHint')}
        </Empty>
      </Panel>
    </Page>
  );
}
