import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** More rows than these at once make a screen slow to draw and no quicker to read. */
const atOnce = 100;

/** A long list by and by. */
export function Growing<Row>(props: { rows: readonly Row[]; children: (rows: readonly Row[]) => ReactNode }) {
  const { t } = useTranslation('shared');
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      {props.children(props.rows.slice(0, shown))}
      {props.rows.length > shown && (
        <Group justify="center" p="sm">
          <Button variant="default" onClick={() => setShown(shown + atOnce)}>
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  );
}
