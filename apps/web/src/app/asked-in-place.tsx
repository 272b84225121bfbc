import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProofForm } from '@/features/account/security/proof-form';
import { SignInForm } from '@/features/account/sign-in-form';
import type { Asked } from './sign-in-again';

/** Asks whoever sits there. All requests that wait for the same get the same answer. */
export default function AskedInPlace(props: {
  asked: readonly Asked[];
  first: Asked;
  email: string;
  onLeft: (asked: Asked[]) => void;
}) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { methods } = props.first;
  const answer = (done: boolean): void => {
    const same = (one: Asked): boolean => (one.methods === null) === (methods === null);
    props.asked.filter(same).forEach(({ resolve }) => resolve(done));
    props.onLeft(props.asked.filter((one) => !same(one)));
  };
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title={methods ? t('proveTitle') : t('signInAgain')}
      centered
      // Above the dialog whose step it is asked for.
      zIndex={300}
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {methods ? t('proveHint') : t('signInAgainHint')}
      </Text>
      {methods ? (
        <ProofForm methods={methods} onProved={() => answer(true)} />
      ) : (
        <SignInForm email={props.email} onSignedIn={() => answer(true)} />
      )}
    </Modal>
  );
}
