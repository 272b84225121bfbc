import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { actionButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { ActionBar } from './parts/action-bar';
import { focusFault } from './parts/focus-fault';
import { LongText } from './parts/long-text';
import { useTyped } from './parts/use-typed';

const route = getRouteApi('/signed-in/cooperative/certificates/new');

/** Asking for a certificate: by which scheme, with whom, and for what. */
export default function NewCertificatePage() {
  const { t } = useTranslation(['cooperative', 'shared']);
  const { scheme } = route.useSearch();
  const navigate = useNavigate();
  const schemes = api.useQuery('get', '/v1/public/schemes');
  const bodies = api.useQuery('get', '/v1/cooperative/assurance-bodies', {
    params: { query: { limit: 100 } },
  });
  const [typed, setTyped, forget] = useTyped('certificate', {
    schemeId: scheme ?? '',
    assuranceId: '',
    scope: '',
    externalNumber: '',
  });
  const [tried, setTried] = useState(false);
  const create = api.useMutation('post', '/v1/cooperative/certificates', {
    onSuccess: (certificate) => {
      forget();
      void navigate({
        to: '/cooperative/certificates/$certificateId',
        params: { certificateId: certificate.id },
        replace: true,
      });
    },
  });
  const chosenBody =
    typed.assuranceId || (bodies.data?.items.length === 1 ? (bodies.data.items[0]?.id ?? '') : '');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    focusFault(event.currentTarget);
    if (typed.schemeId && chosenBody && typed.scope.trim()) {
      create.mutate({
        body: {
          schemeId: typed.schemeId,
          assuranceId: chosenBody,
          scope: typed.scope.trim(),
          externalNumber: typed.externalNumber.trim() || null,
        },
      });
    }
  };
  const at = (pointer: string): string | undefined =>
    create.error instanceof Problem ? create.error.at(pointer) : undefined;
  const missing = (value: string): string | undefined =>
    tried && !value.trim() ? t('faultMissing') : undefined;
  const failed = schemes.error ?? bodies.error;
  const chosen = schemes.data?.items.find(({ id }) => id === typed.schemeId);
  return (
    <Page
      title={t('apply')}
      lead={t('applyLead')}
      back={{ to: '/cooperative/certificates', label: t('certificatesTitle') }}
      width="narrow"
    >
      {failed ? (
        <ProblemNotice
          error={failed}
          onRetry={() => {
            void schemes.refetch();
            void bodies.refetch();
          }}
        />
      ) : !schemes.data || !bodies.data ? (
        <RowsSkeleton rows={4} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Panel>
            <Stack gap="md">
              <NativeSelect
                size="md"
                label={t('schemeField')}
                description={chosen && t('schemeBy', { who: chosen.ownerName })}
                error={at('/schemeId') ?? missing(typed.schemeId)}
                data={[
                  { value: '', label: t('choose') },
                  ...schemes.data.items.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={typed.schemeId}
                onChange={(event) => setTyped({ schemeId: event.currentTarget.value })}
              />
              <NativeSelect
                size="md"
                label={t('bodyField')}
                description={t('bodyHint')}
                error={at('/assuranceId') ?? missing(chosenBody)}
                data={[
                  { value: '', label: t('choose') },
                  ...bodies.data.items.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={chosenBody}
                onChange={(event) => setTyped({ assuranceId: event.currentTarget.value })}
              />
              <LongText
                label={t('scopeField')}
                description={t('scopeHint')}
                maxLength={1000}
                error={at('/scope') ?? missing(typed.scope)}
                value={typed.scope}
                onChange={(scope) => setTyped({ scope })}
              />
              <TextInput
                size="md"
                label={`${t('numberField')} (${t('optional', { ns: 'shared' })})`}
                maxLength={100}
                error={at('/externalNumber')}
                value={typed.externalNumber}
                onChange={(event) => setTyped({ externalNumber: event.currentTarget.value })}
              />
              {create.isError && <ProblemNotice error={create.error} />}
            </Stack>
          </Panel>
          <ActionBar>
            <Button type="submit" size="md" {...actionButton} loading={create.isPending}>
              {t('applyNext')}
            </Button>
          </ActionBar>
        </form>
      )}
    </Page>
  );
}
