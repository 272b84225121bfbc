import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './photo-buttons.module.css';

/** By camera, or from what the phone has. */
export function PhotoButtons(props: {
  /** Also papers, beside photos. */
  papers?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation('cooperative');
  const id = useId();
  const { papers = false, disabled, onFiles } = props;
  const images = 'image/jpeg,image/png,image/webp';
  const input = (way: 'camera' | 'files') => (
    <input
      id={`${id}${way}`}
      type="file"
      className={styles.input}
      accept={way === 'camera' ? 'image/*' : papers ? `${images},application/pdf` : images}
      capture={way === 'camera' ? 'environment' : undefined}
      multiple={papers && way === 'files'}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])]);
        currentTarget.value = '';
      }}
    />
  );
  return (
    <div className={styles.buttons}>
      <label htmlFor={`${id}camera`} className={styles.button}>
        <IconCamera size={20} stroke={1.6} aria-hidden />
        {t('takePhoto')}
        {input('camera')}
      </label>
      <label htmlFor={`${id}files`} className={styles.button}>
        <IconPhoto size={20} stroke={1.6} aria-hidden />
        {papers ? t('chooseFile') : t('choosePhoto')}
        {input('files')}
      </label>
    </div>
  );
}
