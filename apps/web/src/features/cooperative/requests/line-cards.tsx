import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useUnits } from '../parts/quantity';
import styles from './request.module.css';

const step = 50;

/** The lines of a request as cards; of many the first, and more when asked. */
export function LineCards({ lines }: { lines: readonly Schemas['InvitedLineView'][] }) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const { quantity } = useUnits();
  const format = useFormat();
  const [most, setMost] = useState(step);
  return (
    <>
      <ol className={styles.lines}>
        {lines.slice(0, most).map((line) => (
          <li key={line.id} className={styles.line}>
            <div className={styles.lineHead}>
              <span className={styles.lineName}>
                <span className={styles.position}>{line.position}</span> <bdi>{line.description}</bdi>
              </span>
              <strong data-figures>{quantity(line.quantity, line.unitCode)}</strong>
            </div>
            {line.specification && <p dir="auto">{line.specification}</p>}
            {(line.sku ?? line.neededBy) && (
              <p>
                {line.sku && <bdi>{line.sku}</bdi>}
                {line.sku && line.neededBy && ' · '}
                {line.neededBy && t('neededBy', { day: format.day(line.neededBy) })}
              </p>
            )}
          </li>
        ))}
      </ol>
      {lines.length > most && (
        <Group justify="center" p="sm">
          <Button variant="default" size="md" mih={44} onClick={() => setMost(most + step)}>
            {t('more', { ns: 'shared' })}
          </Button>
        </Group>
      )}
    </>
  );
}
