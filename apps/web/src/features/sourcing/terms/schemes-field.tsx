import { Checkbox, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ProblemNotice } from '@/ui/problem-notice';

/** The certificates that an award requires. Conventions are not certified by anyone, so they cannot be asked for here. */
export function SchemesField(props: {
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('buyer');
  const schemes = api.useQuery('get', '/v1/public/schemes', {}, { staleTime: 600_000 });
  if (schemes.isError) {
    return <ProblemNotice error={schemes.error} onRetry={() => void schemes.refetch()} />;
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('schemesHint')}
      </Text>
      {schemes.isPending && <Skeleton height={240} />}
      {schemes.data?.items
        .filter((scheme) => scheme.kind !== 'conventions')
        .map((scheme) => (
          <Checkbox
            key={scheme.id}
            label={scheme.name}
            description={scheme.ownerName}
            checked={props.chosen.includes(scheme.id)}
            onChange={(event) =>
              props.onChange(
                event.currentTarget.checked
                  ? [...props.chosen, scheme.id]
                  : props.chosen.filter((id) => id !== scheme.id),
              )
            }
          />
        ))}
    </Stack>
  );
}
