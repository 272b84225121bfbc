import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '@mantine/core';
import styles from './evidence-viewer.module.css';

/** A photo, as wide as its place at 100 %; turned, it takes the place of a turned one. */
export function EvidencePicture(props: { url: string; words: string; zoom: number; turn: number }) {
  const { t } = useTranslation('compliance');
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [broken, setBroken] = useState(false);
  const { width, height } = size ?? { width: 1, height: 1 };
  const across = props.turn % 180 !== 0;
  if (broken) {
    return (
      <Alert color="weld" title={t('unreadable')}>
        {t('unreadableHint')}
      </Alert>
    );
  }
  return (
    <div
      className={styles.frame}
      style={{
        width: `${props.zoom * 100}%`,
        aspectRatio: across ? `${height} / ${width}` : `${width} / ${height}`,
      }}
    >
      <img
        className={styles.picture}
        src={props.url}
        alt={props.words}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth, height: naturalHeight })
        }
        onError={() => setBroken(true)}
        style={{
          width: across ? `${(width / height) * 100}%` : '100%',
          transform: `translate(-50%, -50%) rotate(${props.turn}deg)`,
        }}
      />
    </div>
  );
}
