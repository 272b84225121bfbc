import { Button, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { sessionQuery } from '@/api/session';
import { changeLanguage, isLanguage, languages } from '@/i18n/i18n';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import { zoneChoices } from './choices';
import styles from './settings.module.css';

/** Name, language of messages and time zone. */
export function ProfilePanel() {
  const { t } = useTranslation('shared');
  const found = api.useQuery('get', '/v1/account/profile');
  return (
    <Panel title={t('profile')}>
      {found.data ? (
        <ProfileForm profile={found.data} />
      ) : found.error ? (
        <AccountProblem error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <RowsSkeleton rows={4} />
      )}
    </Panel>
  );
}

function ProfileForm({ profile }: { profile: Schemas['PersonProfile'] }) {
  const { t, i18n } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<Schemas['ProfileChange']>>({});
  const { name, language, timeZone } = { ...profile, ...typed };
  // Someone of another language than the portal's keeps it, by its name.
  const languageName = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const zones = useMemo(() => zoneChoices(profile.timeZone), [profile.timeZone]);
  const profileKey = ['get', '/v1/account/profile'];
  const save = api.useMutation('put', '/v1/account/profile', {
    onSuccess: (saved) => {
      queries.setQueriesData({ queryKey: profileKey }, saved);
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      setTyped({});
      say(shared('saved'));
      if (typed.language && isLanguage(saved.language)) {
        void changeLanguage(saved.language);
      }
    },
    // Someone changed it elsewhere: the newest is read, and what was typed stays over it.
    onError: () => void queries.invalidateQueries({ queryKey: profileKey }),
  });
  const at = (pointer: string) => (save.error instanceof Problem ? save.error.at(pointer) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ headers: ifMatch(profile.version), body: { name: name.trim(), language, timeZone } });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          error={at('/name')}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTyped((now) => ({ ...now, name: value }));
          }}
        />
        <div className={styles.pair}>
          <NativeSelect
            label={shared('language')}
            description={t('languageHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[
              ...(isLanguage(language)
                ? []
                : [{ value: language, label: languageName.of(language) ?? language }]),
              ...Object.entries(languages).map(([value, label]) => ({ value, label })),
            ]}
            value={language}
            error={at('/language')}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((now) => ({ ...now, language: value }));
            }}
          />
          <Select
            label={t('timeZone')}
            description={t('timeZoneHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={zones}
            searchable
            allowDeselect={false}
            limit={80}
            nothingFoundMessage={shared('nothingFound')}
            value={timeZone}
            error={at('/timeZone')}
            onChange={(value) => setTyped((now) => ({ ...now, ...(value && { timeZone: value }) }))}
          />
        </div>
        {save.isError && <AccountProblem error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={Object.keys(typed).length === 0}>
            {shared('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
