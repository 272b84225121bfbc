import '@fontsource-variable/source-serif-4/wght.css';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Cloth } from '@/ui/cloth';
import { LanguageSwitch } from './language-switch';
import { Brand } from './brand';
import styles from './entry-shell.module.css';

/** Of all weaves the one whose yarns are the portal's own indigo and madder. */
const borderOf = 'ikat';

/** Around the ways in: signing in, answering an invitation, applying. */
export function EntryShell(props: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
}) {
  const { t } = useTranslation('shared');
  useEffect(() => {
    document.title = `${props.title} · Weftway`;
  }, [props.title]);
  return (
    <div className={styles.entry}>
      <aside className={styles.cloth}>
        <div className={styles.border}>
          <Cloth id={borderOf} repeat={108} />
        </div>
        <p className={styles.promise}>{t('promise')}</p>
      </aside>
      <main className={styles.sheet}>
        <Brand className={styles.brand} size={32} />
        <h1 className={styles.title}>{props.title}</h1>
        {props.lead && <p className={styles.lead}>{props.lead}</p>}
        {props.children}
        {props.below && <div className={styles.below}>{props.below}</div>}
        <div className={styles.foot}>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}
