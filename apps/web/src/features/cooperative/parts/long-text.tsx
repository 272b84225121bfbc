import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './long-text.module.css';

/** Some lines of text, growing with what is written. */
export function LongText(props: {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  rows?: number;
  autoFocus?: boolean;
  required?: boolean;
}) {
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={props.label}
      description={props.description}
      error={props.error}
      labelProps={{ htmlFor: id }}
      required={props.required}
      withAsterisk={false}
    >
      <Input
        id={id}
        component="textarea"
        multiline
        size="md"
        className={styles.text}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        required={props.required}
        data-autofocus={props.autoFocus}
        error={Boolean(props.error)}
        value={props.value}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
          props.onChange(event.currentTarget.value)
        }
      />
    </Input.Wrapper>
  );
}
