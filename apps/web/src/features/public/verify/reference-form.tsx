import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionButton } from '@/ui/link-button';
import { isOrderNumber, placeOf } from './reference';
import styles from './verify.module.css';

/** Without scripts the form asks the server for `/verify?reference=…`, which leads on in the same way. */
export function ReferenceForm({ given }: { given?: string }) {
  const { t } = useTranslation('public');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(given ?? '');
  const [refused, setRefused] = useState(given);
  const wrong = refused !== undefined && refused === typed;
  return (
    <form
      method="get"
      action="/verify"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const place = placeOf(typed);
        if (place) {
          void navigate(place);
        } else {
          setRefused(typed);
        }
      }}
    >
      <TextInput
        size="md"
        name="reference"
        label={t('reference')}
        description={t('referenceHint')}
        placeholder="C-2026-000012"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        withAsterisk={false}
        value={typed}
        error={
          wrong ? (isOrderNumber(typed) ? t('orderNumberProvesNothing') : t('referenceWrong')) : undefined
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" h={52} size="md" {...actionButton}>
        {t('check')}
      </Button>
    </form>
  );
}
