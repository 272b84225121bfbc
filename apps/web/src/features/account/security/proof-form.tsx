import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '@/api/client';
import { useSession } from '@/api/session';
import { useKeepSession } from './keep-session';
import { FactorForm } from './factor-form';
import { sign } from './passkey';

/** Proves once more that it is whoever signed in. The session then goes on under a new token. */
export function ProofForm(props: { methods: readonly string[]; onProved: () => void }) {
  const { t } = useTranslation('account');
  const { person } = useSession();
  const keep = useKeepSession();
  const proved = (session: Schemas['SessionOpened'] | undefined): void => {
    if (session) {
      keep(session);
      props.onProved();
    }
  };
  return (
    <FactorForm
      methods={props.methods}
      email={person.email}
      submit={t('goOn')}
      byTyped={async (method, secret) => {
        const { data } = await client.POST('/v1/account/session/proof', { body: { method, secret } });
        proved(data);
      }}
      byPasskey={async () => {
        const asked = await client.POST('/v1/account/session/passkey-challenge');
        if (asked.data) {
          const { challengeToken, options } = asked.data;
          const { data } = await client.POST('/v1/account/session/passkey-proof', {
            body: { challengeToken, ...(await sign(options)) },
          });
          proved(data);
        }
      }}
    />
  );
}
