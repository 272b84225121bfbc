import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { actionButton, LinkButton } from '@/ui/link-button';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { useFormat } from '@/i18n/format';
import { DeadlineField } from './deadline-field';
import { requestQuery, useRefreshRequests } from './request/use-request';

type Organisation = Schemas['OrganisationView'];
type RequestView = Schemas['RequestView'];

/** Terms to begin with: those of the last request, otherwise the retailer's own address. */
function firstTerms(last: RequestView | undefined, own: Organisation): Omit<Schemas['NewRequest'], 'title'> {
  const common = { sealed: true, partialWelcome: true, splitWelcome: true, moreThanAsked: false };
  return last
    ? {
        ...common,
        currency: last.currency,
        incoterm: last.incoterm,
        incotermPlace: last.incotermPlace,
        delivery: last.delivery,
        paymentDays: last.paymentDays,
        advancePercent: last.advancePercent ?? '0',
        schemeIds: last.requirements.map((one) => one.schemeId),
      }
    : {
        ...common,
        currency: own.currency,
        incoterm: 'DAP',
        incotermPlace: own.city ?? own.name,
        delivery: {
          name: own.name,
          street: own.street ?? null,
          city: own.city ?? null,
          postalCode: own.postalCode ?? null,
          country: own.country,
        },
        paymentDays: 30,
        advancePercent: '0',
        schemeIds: [],
      };
}

/** Two fields begin a request; the rest has a sensible start and its own place. */
export default function NewRequestPage() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const navigate = useNavigate();
  const refresh = useRefreshRequests();
  const own = api.useQuery('get', '/v1/account/organisation');
  const latest = api.useQuery('get', '/v1/buyer/requests', { params: { query: { limit: 1 } } });
  const lastId = latest.data?.items[0]?.id;
  const last = useQuery({ ...requestQuery(lastId ?? ''), enabled: lastId !== undefined });
  const [title, setTitle] = useState('');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const ready = own.data && latest.data && (lastId === undefined || last.data);
  const terms = own.data && ready ? firstTerms(last.data, own.data) : null;
  const create = useMutation({
    mutationFn: async (body: Schemas['NewRequest']) => {
      const { data } = await client.POST('/v1/buyer/requests', { body });
      return data as RequestView;
    },
    onSuccess: async (view) => {
      void refresh();
      await navigate({ to: '/buyer/requests/$requestId', params: { requestId: view.id } });
    },
  });
  const at = (pointer: string): string | undefined =>
    create.error instanceof Problem ? create.error.at(pointer) : undefined;
  const trouble = own.error ?? latest.error ?? last.error ?? create.error;
  return (
    <Page
      title={t('newRequest')}
      lead={t('newRequestLead')}
      back={{ to: '/buyer/requests', label: shared('requests') }}
      width="narrow"
    >
      <Panel>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMissing(title.trim() === '');
            if (title.trim() !== '' && terms) {
              create.mutate({ ...terms, title: title.trim(), deadline });
            }
          }}
        >
          <Stack gap="lg">
            {trouble && <ProblemNotice error={trouble} />}
            <TextInput
              label={t('terms_title')}
              description={t('hint_title')}
              placeholder={t('example_title')}
              withAsterisk
              autoFocus
              maxLength={200}
              value={title}
              error={missing && title.trim() === '' ? t('fault_terms_missing') : at('/title')}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <DeadlineField
              label={t('deadlineOptional')}
              value={deadline}
              error={at('/deadline')}
              onChange={setDeadline}
            />
            {terms && (
              <Text size="sm" c="dimmed">
                {last.data
                  ? t('termsFromLast', {
                      reference: last.data.reference,
                      place: `${terms.incoterm} ${terms.incotermPlace}`,
                      to: terms.delivery.name,
                      currency: terms.currency,
                    })
                  : t('termsFromOwn', {
                      to: terms.delivery.name,
                      country: format.country(terms.delivery.country),
                      currency: terms.currency,
                    })}
              </Text>
            )}
            <Group gap="xs">
              <Button type="submit" {...actionButton} loading={create.isPending} disabled={!terms}>
                {t('beginLines')}
              </Button>
              <LinkButton to="/buyer/requests" variant="default">
                {shared('cancel')}
              </LinkButton>
            </Group>
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}
