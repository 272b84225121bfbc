import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Verdict, type Worth } from './verdict';

const worths = {
  current: 'good',
  superseded: 'stale',
  rejected: 'bad',
  cancelled: 'bad',
  unknown: 'bad',
} as const satisfies Record<Schemas['Verification']['status'], Worth>;

/** What an order's paper is worth. */
export function OrderVerdict(props: { found: Schemas['Verification']; file?: string; level?: 'h1' | 'h3' }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { found, file, level } = props;
  const unknownWords = file === undefined ? t('order_unknown_words') : t('file_unknown_words');
  return (
    <Verdict
      worth={worths[found.status]}
      level={level}
      line={t(`order_${found.status}`)}
      words={found.status === 'unknown' ? unknownWords : t(`order_${found.status}_words`)}
      facts={[
        file === undefined ? null : [t('file'), <bdi key="file">{file}</bdi>],
        found.reference === null ? null : [t('order'), <bdi key="order">{found.reference}</bdi>],
        found.revision === null ? null : [t('revision'), format.number(found.revision)],
        found.document === null ? null : [t('document'), t(`document_${found.document}`)],
        found.issuedOn === null ? null : [t('issuedOn'), format.day(found.issuedOn)],
        found.buyer === null ? null : [t('buyer'), found.buyer],
        found.cooperative === null ? null : [t('cooperative'), found.cooperative],
      ]}
    />
  );
}
