import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '@/api/client';
import { Motif } from '@/ui/motif';
import { ProblemNotice } from '@/ui/problem-notice';
import { PhotoButtons } from '../parts/photo-buttons';
import { shrink } from '../parts/shrink';
import { uploading } from '../parts/uploading';
import styles from './products.module.css';

/** A product's photo, taken on the spot and made small before it is sent. */
export function ProductPhoto(props: {
  name: string;
  motif: string;
  fileId: string | null;
  onPhoto: (fileId: string | null) => void;
  onBusy: (busy: boolean) => void;
}) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const { name, motif, fileId, onPhoto, onBusy } = props;
  const [sending, setSending] = useState<{ file: File; share: number; error: unknown } | null>(null);
  const send = async (file: File): Promise<void> => {
    setSending({ file, share: 0, error: null });
    onBusy(true);
    try {
      const form = new FormData();
      form.append('file', await shrink(file));
      const { data } = await client.POST('/v1/cooperative/photos', {
        body: { file: '' },
        bodySerializer: () => form,
        fetch: uploading((share) => setSending({ file, share, error: null })),
      });
      onPhoto((data as Schemas['PhotoView']).id);
      setSending(null);
    } catch (error) {
      setSending({ file, share: 0, error });
    } finally {
      onBusy(false);
    }
  };
  return (
    <div className={styles.photo}>
      <div className={styles.picture}>
        {fileId ? (
          <img src={`/v1/cooperative/photos/${fileId}`} alt={name} />
        ) : (
          <Motif id={motif} size="100%" />
        )}
      </div>
      {sending?.error === null && <progress max={1} value={sending.share} aria-label={t('sendingPhoto')} />}
      {sending && sending.error !== null && (
        <>
          <ProblemNotice error={sending.error} />
          <div className={styles.again}>
            <Button size="md" mih={44} onClick={() => void send(sending.file)}>
              {t('tryAgain', { ns: 'shared' })}
            </Button>
          </div>
        </>
      )}
      <PhotoButtons
        disabled={sending?.error === null}
        onFiles={([file]) => {
          if (file) {
            void send(file);
          }
        }}
      />
    </div>
  );
}
