import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';

/** To say that one will not judge a cooperative. @param props.cooperative the name that someone comes with */
export function ConflictForm(props: { cooperative: string | undefined }) {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  /** Undefined until something is chosen or taken away. */
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>();
  const [reason, setReason] = useState('');
  const [asked] = useDebouncedValue(text, 200);
  const found = useCooperatives(asked);
  // Whoever comes from a certificate has its cooperative chosen already.
  const named = useCooperatives(props.cooperative ?? '').data?.items.find(
    ({ name }) => name === props.cooperative,
  );
  const value = (chosen === undefined ? named : chosen) ?? null;
  const options = new Map(
    [...(found.data?.items ?? []), ...(value ? [value] : [])].map(({ id, name }) => [id, name]),
  );
  const declare = api.useMutation('post', '/v1/compliance/conflicts');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!value) {
      return;
    }
    declare.mutate(
      { body: { cooperativeId: value.id, reason: reason.trim() } },
      {
        onSuccess: () => {
          setChosen(null);
          setText('');
          setReason('');
          say(t('conflictDeclared', { cooperative: value.name }));
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'get' });
        },
      },
    );
  };
  const error = declare.error instanceof Problem ? declare.error : null;
  return (
    <Panel title={t('declareTitle')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Select
            label={t('cooperative')}
            placeholder={t('typeItsName')}
            searchable
            required
            withAsterisk={false}
            nothingFoundMessage={found.isPending ? shared('loading') : shared('nothingFound')}
            // The api has searched already.
            filter={({ options: all }) => all}
            data={[...options].map(([id, name]) => ({ value: id, label: name }))}
            value={value?.id ?? null}
            searchValue={text}
            onSearchChange={setText}
            onChange={(id) => setChosen(id === null ? null : { id, name: options.get(id) ?? '' })}
            error={error?.at('/cooperativeId')}
          />
          <Textarea
            label={t('reason')}
            placeholder={t('conflictExample')}
            required
            withAsterisk={false}
            minRows={3}
            autosize
            maxLength={1000}
            value={reason}
            error={error?.at('/reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('declareHint')}
          </Text>
          {declare.isError && <ProblemNotice error={declare.error} fields={false} />}
          <Button
            {...actionButton}
            type="submit"
            loading={declare.isPending}
            disabled={!value || !reason.trim()}
          >
            {t('declare')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

function useCooperatives(name: string) {
  const search = name.trim().slice(0, 100);
  return api.useQuery('get', '/v1/public/cooperatives', {
    params: { query: { limit: 20, ...(search && { search }) } },
  });
}
