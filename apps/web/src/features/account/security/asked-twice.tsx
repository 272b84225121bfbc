import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** For what is done at once and cannot be undone: the button asks once more in its own place. */
export function AskedTwice(props: {
  label: string;
  /** Of what, for whoever hears the button and does not see its row. */
  named: string;
  sure: string;
  loading: boolean;
  onSure: () => void;
}) {
  const { t } = useTranslation('shared');
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Group gap={6}>
      <Button size="xs" variant="default" onClick={() => setAsked(false)}>
        {t('cancel')}
      </Button>
      <Button
        size="xs"
        color="madder.6"
        autoFocus
        loading={props.loading}
        onClick={() => {
          setAsked(false);
          props.onSure();
        }}
      >
        {props.sure}
      </Button>
    </Group>
  ) : (
    <Button
      size="xs"
      variant="default"
      aria-label={props.named}
      loading={props.loading}
      onClick={() => setAsked(true)}
    >
      {props.label}
    </Button>
  );
}
