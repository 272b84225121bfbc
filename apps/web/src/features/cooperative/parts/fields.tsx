import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** Fields below each other; all of them locked at once for whoever may only look. */
export function Fields({ locked, children }: { locked: boolean; children: ReactNode }) {
  return (
    <fieldset disabled={locked} className={styles.fields}>
      <Stack gap="md">{children}</Stack>
    </fieldset>
  );
}
