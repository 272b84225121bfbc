import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Day, Figure } from '@/ui/figures';
import { TextLink } from '@/ui/link-button';
import { Motif } from '@/ui/motif';
import { Page, Panel } from '@/ui/page';
import { State } from '@/ui/state';
import { capacityWords } from './capacity-words';
import styles from './cooperative.module.css';
import { Products } from './products';
import { womenShare } from './use-directory';

type Cooperative = Schemas['CooperativeForBuyer'];

/** Who they are, what they can make, what they hold. */
export function CooperativeView(props: {
  cooperative: Cooperative;
  back: { to: '/buyer/cooperatives'; label: string };
}) {
  const { t, i18n } = useTranslation('buyer');
  const format = useFormat();
  const { cooperative } = props;
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const share = womenShare(cooperative);
  const names = new Map(cooperative.crafts.map((craft) => [craft.code, craft.name]));
  const place = [cooperative.place, cooperative.region, format.country(cooperative.country)]
    .filter(Boolean)
    .join(', ');
  return (
    <Page
      title={cooperative.name}
      back={props.back}
      lead={cooperative.founded ? t('placeSince', { place, year: String(cooperative.founded) }) : place}
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel>
            <div className={styles.story}>
              <Motif id={cooperative.id} size={120} label={t('motifOf', { name: cooperative.name })} />
              <div>
                {cooperative.story === ''
                  ? t('noStory')
                  : cooperative.story.split(/\n+/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
              </div>
            </div>
          </Panel>
          {cooperative.products.length > 0 && (
            <Panel title={t('products')}>
              <Products products={cooperative.products} />
            </Panel>
          )}
        </div>
        <div className={styles.column}>
          <Panel title={t('makers')}>
            <dl className={styles.facts}>
              <dt>{t('makers')}</dt>
              <dd>
                <Figure value={cooperative.makers} />
              </dd>
              <dt>{t('women')}</dt>
              <dd>
                {share === null
                  ? '–'
                  : `${format.number(cooperative.makersWomen)} · ${format.percent(share)}`}
              </dd>
              <dt>{t('languages')}</dt>
              <dd>{format.list(cooperative.languages.map((code) => languages.of(code) ?? code))}</dd>
            </dl>
          </Panel>
          <Panel title={t('capacityTitle')}>
            {cooperative.capacity.length === 0 && t('noCapacity')}
            <dl className={styles.facts}>
              {cooperative.capacity.map((one) => (
                <div key={one.craftCode} style={{ display: 'contents' }}>
                  <dt>{names.get(one.craftCode) ?? one.craftCode}</dt>
                  <dd>{capacityWords(one, t, format)}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <Panel title={t('certificates')}>
            {cooperative.certificates.length === 0 && t('noCertificates')}
            <ul className={styles.certificates}>
              {cooperative.certificates.map((one) => (
                <li key={one.reference}>
                  <strong>{one.scheme}</strong>
                  <div className={styles.certificate}>
                    <State kind="certificate" state="granted" />
                    <span>
                      {t('validUntil')} <Day day={one.validUntil} />
                    </span>
                    <TextLink
                      to="/verify/certificates/$reference"
                      params={{ reference: one.reference }}
                      size="sm"
                    >
                      {one.reference}
                    </TextLink>
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
