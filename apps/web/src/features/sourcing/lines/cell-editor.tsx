import { Popover } from '@mantine/core';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './line-grid.module.css';

export interface Choice {
  value: string;
  label: string;
}

type Then = 'down' | 'up' | 'right' | 'left' | 'next' | 'back';

/** The field inside a cell while it is edited. With choices it offers those that fit what is typed. */
export function CellEditor(props: {
  label: string;
  text: string;
  mode: 'replace' | 'edit';
  choices?: readonly Choice[];
  numeric: boolean;
  onCommit: (text: string, then: Then) => void;
  onLeave: (text: string) => void;
  onCancel: () => void;
}) {
  const { choices, mode } = props;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const shown = choices?.find((choice) => choice.value === props.text)?.label ?? props.text;
  const [text, setText] = useState(shown);
  const [chosen, setChosen] = useState(0);
  // Before the next key can come: none is lost to a fast typist.
  useLayoutEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    if (mode === 'edit') {
      field?.select();
    }
  }, [mode]);
  const words = text.trim().toLowerCase();
  const fitting =
    choices?.filter(
      (choice) =>
        (mode === 'edit' && text === shown) ||
        choice.label.toLowerCase().includes(words) ||
        choice.value.toLowerCase() === words,
    ) ?? [];
  const finish = (then: Then, value?: string): void => {
    done.current = true;
    const untouched = text === shown ? props.text : text;
    // The one that is marked is meant, unless the field was emptied or left as it was.
    const meant = text.trim() === '' || text === shown ? untouched : (fitting[chosen]?.value ?? text);
    props.onCommit(value ?? (choices ? meant : text), then);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) {
      return;
    }
    const arrow = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      finish(event.shiftKey ? 'up' : 'down', choices && text === shown ? fitting[chosen]?.value : undefined);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      finish(event.shiftKey ? 'back' : 'next');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      props.onCancel();
    } else if (choices && (arrow === 'down' || arrow === 'up')) {
      event.preventDefault();
      const step = arrow === 'down' ? 1 : -1;
      setChosen((chosen + step + fitting.length) % Math.max(1, fitting.length));
    } else if (arrow && mode === 'replace') {
      event.preventDefault();
      finish(arrow as Then);
    }
  };
  const field = (
    <input
      ref={input}
      className={styles.editor}
      aria-label={props.label}
      inputMode={props.numeric ? 'decimal' : undefined}
      autoComplete="off"
      value={text}
      data-numeric={props.numeric || undefined}
      {...(choices && {
        role: 'combobox',
        'aria-expanded': fitting.length > 0,
        'aria-controls': list,
        'aria-activedescendant': fitting[chosen] ? `${list}-${chosen}` : undefined,
      })}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setChosen(0);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => {
        if (!done.current) {
          done.current = true;
          props.onLeave(text === shown ? props.text : text);
        }
      }}
    />
  );
  if (!choices) {
    return field;
  }
  return (
    <Popover
      opened={fitting.length > 0}
      position="bottom-start"
      offset={2}
      withinPortal
      transitionProps={{ duration: 0 }}
      withRoles={false}
    >
      <Popover.Target>{field}</Popover.Target>
      <Popover.Dropdown p={4} id={list} role="listbox" aria-label={props.label} className={styles.choices}>
        {fitting.map((choice, index) => (
          <div
            key={choice.value}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={styles.choice}
            data-chosen={index === chosen}
            ref={(element) => {
              if (index === chosen) {
                element?.scrollIntoView({ block: 'nearest' });
              }
            }}
            onPointerDown={(event) => {
              // The field keeps the focus until the choice is made.
              event.preventDefault();
              finish('down', choice.value);
            }}
          >
            {choice.label}
            <span className={styles.code}>{choice.value}</span>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
