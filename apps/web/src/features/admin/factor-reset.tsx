import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { AskedTwice } from '@/features/account/security/asked-twice';

/** For whoever lost phone and codes, and has no owner who could help. */
export function FactorReset() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [email, setEmail] = useState('');
  const reset = api.useMutation('post', '/v1/admin/factor-resets', {
    onSuccess: () => {
      say(t('factorTaken', { email: email.trim() }));
      setEmail('');
    },
  });
  const unknown = reset.error instanceof Problem && reset.error.status === 404;
  return (
    <Panel title={t('factorLost')}>
      <Stack gap="md" maw={560}>
        <Text size="sm">{t('factorLostLead')}</Text>
        <TextInput
          label={shared('email')}
          type="email"
          autoComplete="off"
          value={email}
          error={unknown && t('nobodyOfAddress')}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            reset.reset();
          }}
        />
        {reset.isError && !unknown && <ProblemNotice error={reset.error} />}
        <Group>
          <AskedTwice
            label={t('takeFactor')}
            named={t('takeFactor')}
            sure={t('takeFactorSure')}
            loading={reset.isPending}
            onSure={() => reset.mutate({ body: { email: email.trim() } })}
          />
        </Group>
      </Stack>
    </Panel>
  );
}
