import { IconFileText, IconPhoto } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Empty } from '@/ui/empty';
import { EvidenceFile } from './evidence-file';
import styles from './evidence-viewer.module.css';

/** The files that a cooperative sent, looked at in place. */
export function EvidenceViewer(props: {
  certificateId: string;
  files: readonly Schemas['EvidenceView'][];
  shown: string | null;
  onShow: (fileId: string) => void;
  className?: string;
}) {
  const { t } = useTranslation('compliance');
  const { files } = props;
  const file = files.find(({ fileId }) => fileId === props.shown) ?? files[0];
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by !== undefined && file ? files[files.indexOf(file) + by] : undefined;
    if (next) {
      event.preventDefault();
      props.onShow(next.fileId);
      document.getElementById(`file-${next.fileId}`)?.focus();
    }
  };
  return (
    <section className={`${styles.viewer} ${props.className ?? ''}`} aria-label={t('evidence')}>
      {file ? (
        <>
          <div className={styles.files} role="tablist" aria-label={t('evidence')} onKeyDown={step}>
            {files.map(({ fileId, name, mediaType }) => (
              <button
                key={fileId}
                id={`file-${fileId}`}
                type="button"
                role="tab"
                aria-selected={fileId === file.fileId}
                aria-controls="evidence-shown"
                tabIndex={fileId === file.fileId ? 0 : -1}
                className={styles.file}
                onClick={() => props.onShow(fileId)}
              >
                {mediaType === 'application/pdf' ? (
                  <IconFileText size={16} stroke={1.6} aria-hidden />
                ) : (
                  <IconPhoto size={16} stroke={1.6} aria-hidden />
                )}
                {name}
              </button>
            ))}
          </div>
          <EvidenceFile
            key={file.fileId}
            certificateId={props.certificateId}
            file={file}
            onFile={(by) => {
              const next = files[files.indexOf(file) + by];
              if (next) {
                props.onShow(next.fileId);
              }
            }}
          />
        </>
      ) : (
        <Empty drawing="paper" title={t('noFiles')}>
          {t('noFilesHint')}
        </Empty>
      )}
    </section>
  );
}
