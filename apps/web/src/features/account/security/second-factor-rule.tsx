import { Group, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { TextLink } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { say } from '@/ui/toast';
import { AccountProblem } from '../account-problem';

/** Whether the organisation's people act for it only after a second factor. */
export function SecondFactorRule({ organisation }: { organisation: Schemas['OrganisationView'] }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const key = ['get', '/v1/account/organisation'];
  const rule = api.useMutation('put', '/v1/account/organisation/second-factor', {
    onSuccess: (saved) => {
      queries.setQueriesData({ queryKey: key }, saved);
      say(shared('saved'));
    },
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Panel title={t('secondFactor')}>
      <Switch
        label={t('ruleLabel')}
        description={t('ruleHint')}
        checked={organisation.secondFactorRequired}
        disabled={rule.isPending}
        onChange={(event) =>
          rule.mutate({
            headers: ifMatch(organisation.version),
            body: { required: event.currentTarget.checked },
          })
        }
      />
      {rule.isError && <AccountProblem error={rule.error} />}
      <Group mt="sm">
        <Text size="sm">
          <TextLink to="/account/security" underline="always">
            {t('yourOwnFactor')}
          </TextLink>
        </Text>
      </Group>
    </Panel>
  );
}
