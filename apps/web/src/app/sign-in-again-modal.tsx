import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '@/features/account/sign-in-form';

export default function SignInAgainModal(props: {
  email: string | undefined;
  onAnswer: (signedIn: boolean) => void;
}) {
  const { t } = useTranslation('shared');
  return (
    <Modal opened onClose={() => props.onAnswer(false)} title={t('signInAgain')} centered>
      <Text size="sm" c="dimmed" mb="md">
        {t('signInAgainHint')}
      </Text>
      <SignInForm email={props.email} onSignedIn={() => props.onAnswer(true)} />
    </Modal>
  );
}
