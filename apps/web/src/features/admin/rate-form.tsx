import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';

/** Enters a rate, or corrects the one of that day. */
export function RateForm(props: {
  start: Schemas['RateEntry'] | null;
  onEntered: (currency: string) => void;
}) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const today = new Date().toISOString().slice(0, 10);
  const [rate, setRate] = useState<Schemas['RateEntry']>({
    currency: props.start?.currency ?? '',
    day: today,
    perEuro: '',
    source: props.start?.source ?? '',
  });
  const refresh = (): void =>
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/admin/exchange-rates'),
    });
  const enter = api.useMutation('put', '/v1/admin/exchange-rates', {
    onSuccess: (entered) => {
      refresh();
      const before = props.start;
      // What stood for that very day can be put back; a new day's rate is corrected by entering it again.
      const undo =
        before && before.day === entered.day
          ? () => void client.PUT('/v1/admin/exchange-rates', { body: pick(before) }).then(refresh)
          : undefined;
      say(t('rateEntered', { currency: entered.currency, rate: entered.perEuro }), undo);
      setRate({ currency: '', day: today, perEuro: '', source: entered.source });
      props.onEntered(entered.currency);
    },
  });
  const error = enter.error instanceof Problem ? enter.error : null;
  const words: Partial<Record<keyof Schemas['RateEntry'], string>> = {
    currency: t('currencyWrong'),
    perEuro: t('rateWrong'),
  };
  const field = (key: keyof Schemas['RateEntry']) => ({
    value: rate[key],
    required: true,
    withAsterisk: false,
    error: error?.at(`/${key}`) && (words[key] ?? error.at(`/${key}`)),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setRate((now) => ({ ...now, [key]: value }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter.mutate({
      body: {
        currency: rate.currency.trim().toUpperCase(),
        day: rate.day,
        perEuro: rate.perEuro.trim().replace(',', '.'),
        source: rate.source.trim(),
      },
    });
  };
  return (
    <Panel title={t('enterRate')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('currency')}
            placeholder="KES"
            maxLength={3}
            autoComplete="off"
            {...field('currency')}
          />
          <TextInput
            label={t('perEuro')}
            description={
              /^\d+([.,]\d+)?$/.test(rate.perEuro.trim()) && rate.currency
                ? t('rateReads', { rate: rate.perEuro.trim(), currency: rate.currency.toUpperCase() })
                : t('rateHint')
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            autoComplete="off"
            autoFocus={props.start !== null}
            {...field('perEuro')}
          />
          <TextInput label={t('day')} type="date" max={today} {...field('day')} />
          <TextInput
            label={t('source')}
            placeholder={t('sourceExample')}
            maxLength={200}
            {...field('source')}
          />
          {enter.isError && !error?.fields.length && <ProblemNotice error={enter.error} fields={false} />}
          <Button {...actionButton} type="submit" loading={enter.isPending}>
            {t('enter')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('enterHint')}
          </Text>
        </Stack>
      </form>
    </Panel>
  );
}

function pick({ currency, day, perEuro, source }: Schemas['RateEntry']): Schemas['RateEntry'] {
  return { currency, day, perEuro, source };
}
