import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { Head } from './head';
import { PublicShell } from './shell/public-shell';
import styles from './trouble.module.css';

/** In the place of a page that is not there. */
export function NotFound() {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  return (
    <div className={styles.trouble}>
      <Head
        title={`${shared('notFound')} · Weftway`}
        description={t('notFoundWords')}
        unlisted
        status={404}
      />
      <VisuallyHidden component="h1">{shared('notFound')}</VisuallyHidden>
      <Empty
        drawing="thread"
        title={t('notFoundTitle')}
        action={
          <LinkButton to="/showcase" variant="default" h={48}>
            {t('seeShowcase')}
          </LinkButton>
        }
      >
        {t('notFoundWords')}
      </Empty>
    </div>
  );
}

/** For an address that leads nowhere. */
export default function NotFoundPage() {
  return (
    <PublicShell>
      <NotFound />
    </PublicShell>
  );
}
