import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/link-button';
import shell from '../shell/public-shell.module.css';
import { BasketDrawing, PaperDrawing, PhoneDrawing } from './drawings';
import styles from './home.module.css';

/** For whom this is; each with the one thing to do. */
export function Doors() {
  const { t } = useTranslation('public');
  return (
    <section className={`${shell.wrap} ${styles.doors}`} aria-label={t('forWhom')}>
      <Door
        drawing={<BasketDrawing />}
        who={t('buyerWho')}
        title={t('buyerTitle')}
        points={[t('buyerPoint1'), t('buyerPoint2'), t('buyerPoint3')]}
        action={
          <LinkButton to="/apply" variant="default" h={48}>
            {t('buyerAction')}
          </LinkButton>
        }
      >
        {t('buyerText')}
      </Door>
      <Door
        drawing={<PhoneDrawing />}
        who={t('makerWho')}
        title={t('makerTitle')}
        points={[t('makerPoint1'), t('makerPoint2'), t('makerPoint3')]}
        action={
          <LinkButton to="/apply" variant="default" h={48}>
            {t('makerAction')}
          </LinkButton>
        }
      >
        {t('makerText')}
      </Door>
      <Door
        drawing={<PaperDrawing />}
        who={t('auditorWho')}
        title={t('auditorTitle')}
        points={[t('auditorPoint1'), t('auditorPoint2'), t('auditorPoint3')]}
        action={
          <LinkButton to="/verify" variant="default" h={48}>
            {t('auditorAction')}
          </LinkButton>
        }
      >
        {t('auditorText')}
      </Door>
    </section>
  );
}

function Door(props: {
  drawing: ReactNode;
  who: string;
  title: string;
  points: string[];
  action: ReactNode;
  children: ReactNode;
}) {
  return (
    <article className={styles.door}>
      {props.drawing}
      <p className={styles.who}>{props.who}</p>
      <h2 className={styles.doorTitle}>{props.title}</h2>
      <p className={styles.doorText}>{props.children}</p>
      <ul className={styles.points}>
        {props.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className={styles.doorAction}>{props.action}</div>
    </article>
  );
}
