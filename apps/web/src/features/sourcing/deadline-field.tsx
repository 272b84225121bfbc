import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { localOf, momentOf } from '@/i18n/zoned';

/** A moment, typed on the reader's own clock, whose zone is named. */
export function DeadlineField(props: {
  label: string;
  value: string | null;
  error?: string;
  required?: boolean;
  autoFocus?: boolean;
  onChange: (moment: string | null) => void;
}) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  // Half a date is kept as it stands in the field until it is whole.
  const [typed, setTyped] = useState(() =>
    props.value === null ? '' : localOf(props.value, format.timeZone),
  );
  const zone = format.timeZone.replaceAll('_', ' ');
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      description={
        props.value === null
          ? t('inZone', { zone })
          : t('inZoneWhen', { zone, when: format.relative(props.value) })
      }
      withAsterisk={props.required}
      value={typed}
      error={props.error}
      data-autofocus={props.autoFocus}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(momentOf(event.currentTarget.value, format.timeZone));
      }}
    />
  );
}
