import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import type { Problem } from '@/api/problem';
import type { Session } from '@/api/session';
import { useKeepSession } from './keep-session';
import { FactorForm } from './factor-form';
import { sign } from './passkey';

/** What comes after the password, for whoever has a second factor. @param props.refusal the api's `second_factor_needed` */
export default function SecondStep(props: {
  refusal: Problem;
  email: string;
  onSignedIn: (session: Session) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const keep = useKeepSession();
  const signInToken = String(props.refusal.document.signInToken);
  const begun = (session: Session | undefined): void => {
    if (session) {
      keep(session);
      props.onSignedIn(session);
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('secondStepLead')}
      </Text>
      <FactorForm
        methods={props.refusal.document.methods as string[]}
        email={props.email}
        submit={shared('signIn')}
        byTyped={async (method, code) => {
          if (method !== 'password') {
            const { data } = await client.POST('/v1/public/sessions/second-step', {
              body: { signInToken, method, code },
            });
            begun(data);
          }
        }}
        byPasskey={async () => begun(await signInByPasskey(signInToken))}
      />
      <Anchor component="button" type="button" size="sm" ta="start" underline="always" onClick={props.onBack}>
        {t('otherAccount')}
      </Anchor>
    </Stack>
  );
}

/** @param signInToken where the password was given; null to sign in by a passkey alone */
export async function signInByPasskey(signInToken: string | null): Promise<Session | undefined> {
  const asked = await client.POST('/v1/public/sessions/passkey-challenge', { body: { signInToken } });
  if (!asked.data) {
    return undefined;
  }
  const { challengeToken, options } = asked.data;
  const { data } = await client.POST('/v1/public/sessions/passkey', {
    body: { challengeToken, ...(await sign(options)) },
  });
  return data;
}
