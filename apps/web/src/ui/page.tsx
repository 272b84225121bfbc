import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

/** A screen: its title is the document's too; `actions` holds the one thing to do, and little else. */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  back?: { to: LinkProps['to']; params?: Record<string, string>; label: string };
  actions?: ReactNode;
  /** State and figures beside the title. */
  beside?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
}) {
  const { title, lead, back, actions, beside, width = 'normal', children } = props;
  useEffect(() => {
    document.title = `${title} · Weftway`;
  }, [title]);
  return (
    <div
      className={`${styles.page} ${width === 'narrow' ? styles.narrow : width === 'wide' ? styles.wide : ''}`}
    >
      <header className={styles.head}>
        <div className={styles.words}>
          {back && (
            <Link to={back.to} params={back.params as never} className={styles.back}>
              <IconArrowLeft size={16} aria-hidden />
              {back.label}
            </Link>
          )}
          <h1 className={styles.title}>
            {title} {beside}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A sheet of paper on the cloth. */
export function Panel(props: {
  title?: string;
  actions?: ReactNode;
  padded?: boolean;
  children: ReactNode;
  className?: string;
}) {
  const { title, actions, padded = true, children, className = '' } = props;
  return (
    <section className={`${styles.panel} ${className}`} aria-label={title}>
      {(title ?? actions) && (
        <div className={styles.panelHead}>
          {title && <h2 className={styles.panelTitle}>{title}</h2>}
          {actions}
        </div>
      )}
      <div className={padded ? styles.padded : undefined}>{children}</div>
    </section>
  );
}
