import { Button, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { AccountProblem } from './account-problem';
import { countryChoices, currencyChoices } from './choices';
import styles from './settings.module.css';

type Application = Schemas['OrganisationApplication'];
type TextField = 'name' | 'contactName' | 'email' | 'phone' | 'city';
const kinds = ['cooperative', 'retailer', 'assurance'] as const;
const blank: Partial<Application> = {};
const emailLike = /^\S+@\S+\.\S+$/;

/** What is typed is kept on this device until it was sent. */
export function ApplicationForm({ onSent }: { onSent: (email: string) => void }) {
  const { t, i18n } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const [typed, setTyped, forget] = useLocalStorage<Partial<Application>>({
    key: 'weftway.application',
    defaultValue: blank,
    getInitialValueInEffect: false,
  });
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  const apply = api.useMutation('post', '/v1/public/organisations');
  const [tried, setTried] = useState(false);
  /** What is wrong with a field, in the portal's language: here while it is empty, then what the api says. */
  const wrong = (field: keyof Application, required = true): string | undefined => {
    if (tried && required && !typed[field]?.trim()) {
      return t(field === 'kind' || field === 'country' || field === 'currency' ? 'chooseOne' : 'fillIn');
    }
    if (tried && field === 'email' && !emailLike.test(typed.email?.trim() ?? '')) {
      return t('emailWrong');
    }
    return apply.error instanceof Problem ? apply.error.at(`/${field}`) : undefined;
  };
  const text = (field: TextField, required = true) => ({
    label: required ? t(`field_${field}`) : `${t(`field_${field}`)} (${shared('optional')})`,
    required,
    withAsterisk: false,
    size: 'md',
    value: typed[field] ?? '',
    error: wrong(field, required),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [field]: value }));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const { kind, name, country, currency, email, contactName } = typed;
    const form = event.currentTarget;
    if (!kind || !name || !country || !currency || !email || !contactName || !emailLike.test(email.trim())) {
      // Once it is drawn: the first of what is wrong.
      requestAnimationFrame(() =>
        form.querySelector<HTMLElement>('input[aria-invalid=true], [data-error] input')?.focus(),
      );
      return;
    }
    apply.mutate(
      {
        body: {
          kind,
          name: name.trim(),
          country,
          currency,
          email: email.trim(),
          contactName: typed.contactName?.trim() || null,
          phone: typed.phone?.trim() || null,
          city: typed.city?.trim() || null,
          language: i18n.language,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      },
      {
        onSuccess: () => {
          forget();
          onSent(email.trim());
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Radio.Group
          size="md"
          label={t('weAre')}
          error={wrong('kind')}
          value={typed.kind ?? ''}
          onChange={(value) =>
            setTyped((before) => ({ ...before, kind: kinds.find((kind) => kind === value) ?? 'cooperative' }))
          }
        >
          <Stack gap="sm" mt={6}>
            {kinds.map((kind) => (
              <Radio
                size="md"
                key={kind}
                value={kind}
                error={Boolean(wrong('kind'))}
                label={t(`kind_${kind}`)}
                description={t(`kind_${kind}_hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput {...text('name')} minLength={2} maxLength={200} autoComplete="organization" />
        <div className={styles.pair}>
          <Select
            label={t('field_country')}
            size="md"
            required
            withAsterisk={false}
            searchable
            data={countries}
            nothingFoundMessage={shared('nothingFound')}
            value={typed.country ?? null}
            error={wrong('country')}
            onChange={(value) =>
              setTyped(({ country: _former, ...rest }) => ({ ...rest, ...(value && { country: value }) }))
            }
          />
          <TextInput {...text('city', false)} autoComplete="address-level2" />
        </div>
        <Select
          label={t('field_currency')}
          description={t('currencyHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          size="md"
          required
          withAsterisk={false}
          searchable
          data={currencies}
          nothingFoundMessage={shared('nothingFound')}
          value={typed.currency ?? null}
          error={wrong('currency')}
          onChange={(value) =>
            setTyped(({ currency: _former, ...rest }) => ({ ...rest, ...(value && { currency: value }) }))
          }
        />
        <TextInput {...text('contactName')} autoComplete="name" />
        <TextInput {...text('email')} type="email" autoComplete="email" />
        <TextInput {...text('phone', false)} type="tel" autoComplete="tel" />
        {apply.isError && <AccountProblem error={apply.error} />}
        <Button type="submit" size="md" color="madder.6" loading={apply.isPending}>
          {t('sendApplication')}
        </Button>
      </Stack>
    </form>
  );
}
