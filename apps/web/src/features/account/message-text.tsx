import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './messages.module.css';

const address = /(https?:\/\/\S+)/;

/** A letter as it was mailed; the addresses in it lead there, those of the portal without leaving it. */
export function MessageText({ text }: { text: string }) {
  const { t } = useTranslation('account');
  return (
    <div className={styles.body} dir="auto">
      {text.split(address).map((part, index) => {
        if (!address.test(part)) {
          return part;
        }
        const url = new URL(part);
        return /^\/(buyer|cooperative|compliance|admin|account)\//.test(url.pathname) ? (
          <Link key={index} to={url.pathname} className={styles.link}>
            {t('openIt')}
          </Link>
        ) : (
          <Anchor inherit key={index} href={part}>
            {part}
          </Anchor>
        );
      })}
    </div>
  );
}
