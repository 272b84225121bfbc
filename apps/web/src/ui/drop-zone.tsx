import { IconUpload } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import styles from './drop-zone.module.css';

/** A place to drop a file on, or to choose one by. */
export function DropZone(props: {
  label: string;
  hint?: ReactNode;
  accept: string;
  /** On a phone: opens the camera at once. */
  camera?: boolean;
  busy?: boolean;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      htmlFor={id}
      className={`${styles.zone} ${over ? styles.over : ''}`}
      aria-busy={props.busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) {
          props.onFile(file);
        }
      }}
    >
      <IconUpload size={24} aria-hidden />
      <span className={styles.label}>{props.label}</span>
      {props.hint && <span className={styles.hint}>{props.hint}</span>}
      <input
        id={id}
        type="file"
        className={styles.input}
        accept={props.accept}
        capture={props.camera ? 'environment' : undefined}
        disabled={props.busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) {
            props.onFile(file);
          }
        }}
      />
    </label>
  );
}
