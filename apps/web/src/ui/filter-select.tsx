import { Select } from '@mantine/core';
import styles from './filter-select.module.css';

/** One of a few, or all of them. In a file of its own: its floating list is heavy, and screens for phones do without. */
export function FilterSelect<Value extends string>(props: {
  label: string;
  all: string;
  value: Value | undefined;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
}) {
  return (
    <Select
      aria-label={props.label}
      data={[{ value: '', label: props.all }, ...props.options]}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(value || undefined)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: true }}
      className={styles.filter}
    />
  );
}
