import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProofForm } from '@/features/account/security/proof-form';

export default function ProveModal(props: {
  methods: readonly string[];
  onAnswer: (proved: boolean) => void;
}) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  return (
    <Modal
      opened
      onClose={() => props.onAnswer(false)}
      title={t('proveTitle')}
      centered
      // Above the dialog whose step it is asked for.
      zIndex={300}
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('proveHint')}
      </Text>
      <ProofForm methods={props.methods} onProved={() => props.onAnswer(true)} />
    </Modal>
  );
}
