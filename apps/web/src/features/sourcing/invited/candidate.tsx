import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { TextLink } from '@/ui/link-button';
import { Motif } from '@/ui/motif';
import { Tag } from '@/ui/state';
import { capacityWords } from '../directory/capacity-words';
import { type CooperativeRow, useCapacity, womenShare } from '../directory/use-directory';
import styles from './invited.module.css';
import type { Fit } from './use-fit';

/** A cooperative that could be invited: whether it fits, what it can make, who makes it. */
export function Candidate(props: {
  row: CooperativeRow;
  fit: Fit;
  invited: boolean;
  chosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  const { row, fit, invited } = props;
  const capacity = useCapacity(row.id);
  const lacks = fit.lacks(row);
  const share = womenShare(row);
  const lines = fit.linesFor(row);
  return (
    <li className={styles.candidate} data-chosen={props.chosen || undefined}>
      <Checkbox
        aria-label={t('choose', { name: row.name })}
        checked={props.chosen || invited}
        disabled={invited}
        onChange={props.onToggle}
      />
      <Motif id={row.id} size={40} />
      <div className={styles.what}>
        <div>
          <TextLink
            to="/buyer/cooperatives/$cooperativeId"
            params={{ cooperativeId: row.id }}
            c="var(--ink)"
            fw={600}
            size="sm"
          >
            {row.name}
          </TextLink>{' '}
          {invited && <Tag tone="going">{t('invited')}</Tag>}
        </div>
        <div className={styles.soft}>
          {row.place}, {format.country(row.country)} · {t('makersCount', { count: row.makers })}
          {share !== null && ` · ${t('womenShare', { share: format.percent(share) })}`}
        </div>
        <ul className={styles.crafts}>
          {row.crafts.map((craft) => {
            const room = capacity?.find((one) => one.craftCode === craft.code);
            return (
              <li key={craft.code} data-wanted={fit.wanted.has(craft.code) || undefined}>
                {craft.name}
                {room && <span className={styles.soft}> {capacityWords(room, t, format)}</span>}
              </li>
            );
          })}
        </ul>
      </div>
      <div className={styles.fit}>
        {fit.lines > 0 && (
          <span className={lines > 0 ? undefined : styles.soft}>
            {t('fitsLines', { count: lines, all: fit.lines })}
          </span>
        )}
        {lacks.length > 0 ? (
          <span className={styles.lacks}>
            <IconAlertTriangle size={14} aria-hidden />{' '}
            {t('lacksSchemes', { names: format.list(lacks.map((one) => one.code)) })}
          </span>
        ) : (
          row.certificates.length > 0 && (
            <span className={styles.holds}>
              <IconCheck size={14} aria-hidden /> {format.list(row.certificates.map((one) => one.schemeCode))}
            </span>
          )
        )}
      </div>
    </li>
  );
}
