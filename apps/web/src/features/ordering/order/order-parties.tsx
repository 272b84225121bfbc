import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import type { Order } from './order-queries';
import styles from './order-parties.module.css';

/** Who buys, who makes, and where it goes, as on the day of issue. */
export function OrderParties({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  return (
    <Panel title={t('parties')}>
      <div className={styles.parties}>
        <Party head={t('buyer')} party={order.buyer} />
        <Party head={t('cooperative')} party={order.cooperative} />
        <Place head={t('deliverTo')} place={order.deliverTo}>
          <div className={styles.soft}>
            {order.incoterm} {order.incotermPlace}
          </div>
        </Place>
      </div>
    </Panel>
  );
}

function Party({ head, party }: { head: string; party: Order['buyer'] }) {
  return (
    <Place head={head} place={party}>
      {party.legalId && <div className={styles.soft}>{party.legalId}</div>}
      {(party.contactName ?? party.email ?? party.phone) && (
        <div className={styles.contact}>
          {party.contactName && <div>{party.contactName}</div>}
          {party.email && <a href={`mailto:${party.email}`}>{party.email}</a>}
          {party.phone && <a href={`tel:${party.phone.replace(/\s/g, '')}`}>{party.phone}</a>}
        </div>
      )}
    </Place>
  );
}

function Place(props: {
  head: string;
  place: {
    name: string;
    street: string | null;
    city: string | null;
    postalCode: string | null;
    region?: string | null;
    country: string;
  };
  children?: ReactNode;
}) {
  const format = useFormat();
  const { head, place, children } = props;
  return (
    <div>
      <h3 className={styles.head}>{head}</h3>
      <div className={styles.name}>{place.name}</div>
      <address className={styles.address}>
        {place.street && <div>{place.street}</div>}
        <div>{[place.postalCode, place.city, place.region].filter(Boolean).join(' ')}</div>
        <div>{format.country(place.country)}</div>
      </address>
      {children}
    </div>
  );
}
