import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Head } from '../head';
import { certificateQuery } from '../queries';
import { AnswerPage } from './answer-page';
import { Verdict, type Worth } from './verdict';

const worths = {
  granted: 'good',
  expired: 'stale',
  suspended: 'bad',
  withdrawn: 'bad',
  unknown: 'bad',
} as const satisfies Record<Schemas['CertificateCheck']['state'], Worth>;

export default function CertificatePage() {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { reference } = useParams({ from: '/public/verify/certificates/$reference' });
  const { data } = useSuspenseQuery(certificateQuery(reference));
  const line = t(`certificate_${data.state}`);
  return (
    <AnswerPage>
      <Head
        title={`${reference}: ${line}`}
        description={
          data.scheme && data.cooperative ? `${data.scheme}, ${data.cooperative}` : t('verifyLead')
        }
        unlisted
        status={data.state === 'unknown' ? 404 : 200}
      />
      <Verdict
        worth={worths[data.state]}
        line={line}
        words={t(`certificate_${data.state}_words`)}
        facts={[
          [t('reference'), <bdi key="reference">{data.reference}</bdi>],
          data.scheme === null ? null : [t('certificate'), data.scheme],
          data.cooperative === null ? null : [t('cooperative'), data.cooperative],
          data.validFrom === null ? null : [t('validFromWord'), format.day(data.validFrom)],
          data.validUntil === null ? null : [t('validUntilWord'), format.day(data.validUntil)],
        ]}
      />
    </AnswerPage>
  );
}
