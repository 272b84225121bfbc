import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ReasonDialog } from './reason-dialog';
import type { Certificate } from './use-act';

/** What a suspension brings about is told before it is done. */
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
          <Text size="sm" fw={600} mb={4}>
            {t('whatHappens')}
          </Text>
          <List size="sm" spacing={4}>
            <OtherCertificate certificate={certificate} />
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

/** Another valid certificate of the same scheme softens it: that is known here. */
function OtherCertificate({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const others = api.useQuery('get', '/v1/compliance/certificates', {
    params: {
      query: {
        state: 'granted',
        schemeId: certificate.scheme.id,
        search: certificate.cooperative.name.slice(0, 100),
        limit: 10,
      },
    },
  });
  const other = others.data?.items.find(
    ({ id, cooperative }) => id !== certificate.id && cooperative.id === certificate.cooperative.id,
  );
  return other ? (
    <List.Item fw={600}>
      {t('suspendOther', { reference: other.reference, scheme: certificate.scheme.name })}
    </List.Item>
  ) : null;
}
