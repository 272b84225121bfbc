import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** A search that changes the address a moment after the last key. */
export function SearchField(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const [text, setText] = useState(props.value ?? '');
  const [asked, setAsked] = useState(props.value);
  if (asked !== props.value) {
    setAsked(props.value);
    // The address was changed by something else than what is typed here.
    if ((props.value ?? '') !== text.trim()) {
      setText(props.value ?? '');
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      type="search"
      size="md"
      mb="sm"
      maw={480}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => props.onChange(value.trim() || undefined), 250);
      }}
    />
  );
}
