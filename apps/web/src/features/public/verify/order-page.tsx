import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Head } from '../head';
import { orderPaperQuery } from '../queries';
import { AnswerPage } from './answer-page';
import { OrderVerdict } from './order-verdict';

/** Where the QR code of an order leads. */
export default function OrderPage() {
  const { t } = useTranslation('public');
  const { token } = useParams({ from: '/public/verify/po/$token' });
  const { data } = useSuspenseQuery(orderPaperQuery(token));
  const line = t(`order_${data.status}`);
  return (
    <AnswerPage>
      <Head
        title={data.reference ? `${data.reference}: ${line}` : line}
        description={t('verifyLead')}
        unlisted
        status={data.verdict === 'unknown' ? 404 : 200}
      />
      <OrderVerdict found={data} />
    </AnswerPage>
  );
}
