import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { ApprovalPanel } from './publication/approval-panel';
import { PublishPanel } from './publication/publish-panel';
import styles from './publication/publication.module.css';
import { ReadingView } from './publication/reading-view';
import { useRequest } from './request/use-request';

/** Exactly what cooperatives see, and beside it the step that shows it to them. */
export default function PreviewTab() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  const aside =
    request.state === 'draft' && mayWrite ? (
      <PublishPanel request={request} />
    ) : request.state === 'awaiting_approval' ? (
      <ApprovalPanel request={request} />
    ) : null;
  return (
    <>
      <p className={styles.hint}>{t(request.revision > 0 ? 'previewPublished' : 'previewDraft')}</p>
      <div className={styles.columns}>
        <ReadingView request={request} />
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
    </>
  );
}
