import { UnstyledButton } from '@mantine/core';
import styles from './chips.module.css';

/** One of a few, in one line under the thumb; on a narrow screen it scrolls sideways. */
export function Chips<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <div className={styles.chips} role="group" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <UnstyledButton
          key={value}
          className={styles.chip}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {label}
        </UnstyledButton>
      ))}
    </div>
  );
}
