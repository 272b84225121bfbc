import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Consequences } from './consequences';
import { ReasonDialog } from './reason-dialog';
import type { Certificate } from './use-act';

/** What a suspension brings about, and whom it touches now, is told before it is done. */
export function SuspensionDialog(props: {
  certificate: Certificate;
  onClose: () => void;
  onDone: (certificate: Certificate) => void;
}) {
  const { t } = useTranslation('compliance');
  const { certificate } = props;
  const names = { cooperative: certificate.cooperative.name, scheme: certificate.scheme.name };
  return (
    <ReasonDialog
      {...props}
      kind="suspension"
      title={t('suspendTitle', { reference: certificate.reference })}
      words={
        <div>
          <Consequences certificate={certificate} />
          <Text size="sm" fw={600} mt="md" mb={4}>
            {t('whatHappens')}
          </Text>
          <List size="sm" spacing={4}>
            <List.Item>{t('suspendAwards', names)}</List.Item>
            <List.Item>{t('suspendQuotes', names)}</List.Item>
            <List.Item>{t('suspendOrders')}</List.Item>
            <List.Item>{t('suspendPublic', { reference: certificate.reference })}</List.Item>
            <List.Item>{t('suspendNotice', names)}</List.Item>
          </List>
        </div>
      }
      label={t('suspendWhy')}
      hint={t('cooperativeReads')}
      confirm={t('suspend')}
    />
  );
}
