import '@mantine/core/styles/SimpleGrid.css';
import { Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { DeadlineField } from '../deadline-field';
import { countriesIn } from './countries';
import { SchemesField } from './schemes-field';
import { currencies, faultsOf, incoterms, type Terms } from './terms';
import styles from './terms.module.css';

/** Where the api points to when it refuses a field. */
const pointers: Partial<Record<keyof Terms, string>> = {
  name: '/delivery/name',
  street: '/delivery/street',
  city: '/delivery/city',
  postalCode: '/delivery/postalCode',
  country: '/delivery/country',
};

/** The terms of a draft. Nothing is to be sent off: each change is saved. */
export function TermsForm(props: {
  terms: Terms;
  error: unknown;
  set: <Field extends keyof Terms>(field: Field, value: Terms[Field]) => void;
}) {
  const { t, i18n } = useTranslation('buyer');
  const format = useFormat();
  const { terms, error, set } = props;
  const faults = faultsOf(terms);
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const names = useMemo(() => new Intl.DisplayNames(i18n.language, { type: 'currency' }), [i18n.language]);
  const wrong = (field: keyof Terms): string | undefined => {
    const fault = faults[field];
    if (fault) {
      return t(`fault_terms_${fault}`);
    }
    return error instanceof Problem ? error.at(pointers[field] ?? `/${field}`) : undefined;
  };
  const text = (field: 'title' | 'incotermPlace' | 'name' | 'street' | 'city' | 'postalCode') => ({
    label: t(`terms_${field}`),
    value: terms[field],
    error: wrong(field),
    maxLength: field === 'postalCode' ? 20 : 200,
    onChange: (event: { currentTarget: { value: string } }) => set(field, event.currentTarget.value),
  });
  const flag = (field: 'sealed' | 'partialWelcome' | 'splitWelcome' | 'moreThanAsked') => (
    <Switch
      label={t(`terms_${field}`)}
      description={t(`hint_${field}`)}
      checked={terms[field]}
      onChange={(event) => set(field, event.currentTarget.checked)}
    />
  );
  return (
    <div className={styles.columns}>
      <Stack gap="lg">
        <Panel title={t('terms_what')}>
          <Stack gap="md">
            <TextInput {...text('title')} withAsterisk />
            <Textarea
              label={t('terms_description')}
              description={t('hint_description')}
              autosize
              minRows={3}
              maxRows={12}
              maxLength={5000}
              value={terms.description}
              error={wrong('description')}
              onChange={(event) => set('description', event.currentTarget.value)}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <DeadlineField
                label={t('terms_deadline')}
                value={terms.deadline}
                error={wrong('deadline')}
                onChange={(deadline) => set('deadline', deadline)}
              />
              <TextInput
                type="date"
                label={t('terms_deliverBy')}
                description={t('hint_deliverBy')}
                value={terms.deliverBy}
                error={wrong('deliverBy')}
                onChange={(event) => set('deliverBy', event.currentTarget.value)}
              />
            </SimpleGrid>
          </Stack>
        </Panel>
        <Panel title={t('terms_delivery')}>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Select
                label={t('terms_incoterm')}
                data={incoterms.map((code) => ({ value: code, label: t(`incoterm_${code}`) }))}
                value={terms.incoterm}
                allowDeselect={false}
                onChange={(value) => value && set('incoterm', value)}
              />
              <TextInput {...text('incotermPlace')} withAsterisk />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput {...text('name')} withAsterisk />
              <TextInput {...text('street')} />
              <TextInput {...text('postalCode')} />
              <TextInput {...text('city')} />
              <Select
                label={t('terms_country')}
                withAsterisk
                searchable
                data={countries}
                value={terms.country || null}
                error={wrong('country')}
                allowDeselect={false}
                onChange={(value) => value && set('country', value)}
              />
            </SimpleGrid>
          </Stack>
        </Panel>
        <Panel title={t('terms_money')}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'start' }}>
            <Select
              label={t('terms_currency')}
              description={t('hint_currency')}
              searchable
              data={[...new Set<string>([...currencies, terms.currency])].map((code) => ({
                value: code,
                label: `${code} · ${names.of(code) ?? code}`,
              }))}
              value={terms.currency}
              allowDeselect={false}
              onChange={(value) => value && set('currency', value)}
            />
            <TextInput
              label={t('terms_paymentDays')}
              description={t('hint_paymentDays')}
              inputMode="numeric"
              value={terms.paymentDays}
              error={wrong('paymentDays')}
              onChange={(event) => set('paymentDays', event.currentTarget.value)}
            />
            <TextInput
              label={t('terms_advancePercent')}
              description={t('hint_advancePercent', { most: format.percent(0.5) })}
              inputMode="decimal"
              value={terms.advancePercent}
              error={wrong('advancePercent')}
              onChange={(event) => set('advancePercent', event.currentTarget.value)}
            />
          </SimpleGrid>
        </Panel>
      </Stack>
      <Stack gap="lg">
        <Panel title={t('terms_schemes')}>
          <SchemesField chosen={terms.schemeIds} onChange={(ids) => set('schemeIds', ids)} />
        </Panel>
        <Panel title={t('terms_quoting')}>
          <Stack gap="md">
            {flag('sealed')}
            {flag('partialWelcome')}
            {flag('splitWelcome')}
            {flag('moreThanAsked')}
          </Stack>
        </Panel>
      </Stack>
    </div>
  );
}
