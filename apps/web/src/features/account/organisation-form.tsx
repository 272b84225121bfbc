import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { sessionQuery } from '@/api/session';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import { countryChoices, currencyChoices } from './choices';
import styles from './settings.module.css';

type Change = Schemas['OrganisationChange'];
type TextField =
  'name' | 'legalId' | 'contactName' | 'email' | 'phone' | 'street' | 'postalCode' | 'city' | 'region';

export function OrganisationForm(props: { organisation: Schemas['OrganisationView']; editable: boolean }) {
  const { t, i18n } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const { organisation, editable } = props;
  const [typed, setTyped] = useState<Partial<Change>>({});
  const now = { ...organisation, ...typed };
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  const key = ['get', '/v1/account/organisation'];
  const save = api.useMutation('put', '/v1/account/organisation', {
    onSuccess: (saved) => {
      queries.setQueriesData({ queryKey: key }, saved);
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      setTyped({});
      say(shared('saved'));
    },
    // Someone changed it elsewhere: the newest is read, and what was typed stays over it.
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
  const at = (pointer: string) => (save.error instanceof Problem ? save.error.at(pointer) : undefined);
  const text = (field: TextField, required = false) => ({
    label: required ? t(`field_${field}`) : `${t(`field_${field}`)} (${shared('optional')})`,
    required,
    withAsterisk: false,
    readOnly: !editable,
    value: now[field] ?? '',
    error: at(`/${field}`),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [field]: value }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const limit = now.approvalLimit?.trim().replace(',', '.') || null;
    const kept = (value: string | null | undefined) => value?.trim() || null;
    save.mutate({
      headers: ifMatch(organisation.version),
      body: {
        name: now.name.trim(),
        legalId: kept(now.legalId),
        country: now.country,
        street: kept(now.street),
        city: kept(now.city),
        postalCode: kept(now.postalCode),
        region: kept(now.region),
        contactName: kept(now.contactName),
        email: now.email.trim(),
        phone: kept(now.phone),
        language: now.language,
        timeZone: now.timeZone,
        currency: now.currency,
        approvalLimit: limit,
      },
    });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Stack gap="md">
        <TextInput {...text('name', true)} maxLength={200} autoComplete="organization" />
        <div className={styles.pair}>
          <TextInput {...text('contactName')} />
          <TextInput {...text('legalId')} />
          <TextInput {...text('email', true)} type="email" />
          <TextInput {...text('phone')} type="tel" />
        </div>
        <TextInput {...text('street')} />
        <div className={styles.pair}>
          <TextInput {...text('postalCode')} />
          <TextInput {...text('city')} />
          <TextInput {...text('region')} />
          <Select
            label={t('field_country')}
            data={countries}
            searchable
            allowDeselect={false}
            readOnly={!editable}
            nothingFoundMessage={shared('nothingFound')}
            value={now.country}
            error={at('/country')}
            onChange={(value) => setTyped((before) => ({ ...before, ...(value && { country: value }) }))}
          />
          <Select
            label={t('field_currency')}
            data={currencies}
            searchable
            allowDeselect={false}
            readOnly={!editable}
            nothingFoundMessage={shared('nothingFound')}
            value={now.currency}
            error={at('/currency')}
            onChange={(value) => setTyped((before) => ({ ...before, ...(value && { currency: value }) }))}
          />
          {organisation.kind === 'retailer' && (
            <TextInput
              label={`${t('field_approvalLimit')} (${shared('optional')})`}
              description={t('approvalLimitHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="decimal"
              readOnly={!editable}
              rightSection={<span className={styles.soft}>{now.currency}</span>}
              rightSectionWidth={52}
              value={now.approvalLimit ?? ''}
              error={at('/approvalLimit')}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTyped((before) => ({ ...before, approvalLimit: value }));
              }}
            />
          )}
        </div>
        {save.isError && <AccountProblem error={save.error} />}
        {editable && (
          <Group>
            <Button type="submit" loading={save.isPending} disabled={Object.keys(typed).length === 0}>
              {shared('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
