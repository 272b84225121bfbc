import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/api/session';
import { type Command, commandsFor } from './commands';
import { closePalette } from './palette-store';
import { useFinds } from './use-finds';
import styles from './palette.module.css';

/** Everywhere one can go, by a few letters. */
export default function Palette() {
  const { t } = useTranslation('shared');
  const router = useRouter();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const finds = useFinds(session?.organisation?.kind === 'retailer', text);
  const found = [
    ...commandsFor(session ?? null, t).filter((command) =>
      words.every((word) => command.label.toLowerCase().includes(word)),
    ),
    ...finds.found,
  ];
  const go = (command: Command | undefined): void => {
    if (command) {
      closePalette();
      void router.navigate({ to: command.to });
    }
  };
  return (
    <Modal
      opened
      onClose={closePalette}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12vh"
      aria-label={t('palette')}
    >
      <TextInput
        variant="unstyled"
        size="lg"
        px="md"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={found[chosen] ? `command-${chosen}` : undefined}
        aria-label={t('palette')}
        placeholder={t('paletteHint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setChosen((chosen + step + found.length) % Math.max(found.length, 1));
          } else if (event.key === 'Enter') {
            event.preventDefault();
            go(found[chosen]);
          }
        }}
      />
      <div id="commands" role="listbox" aria-label={t('palette')} className={styles.list}>
        {found.map((command, index) => (
          <UnstyledButton
            key={command.to}
            id={`command-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={styles.command}
            data-chosen={index === chosen}
            onClick={() => go(command)}
          >
            <span className={styles.label}>{command.label}</span>
            {command.kind && <span className={styles.kind}>{command.kind}</span>}
          </UnstyledButton>
        ))}
        {found.length === 0 && !finds.looking && <p className={styles.none}>{t('nothingFound')}</p>}
      </div>
    </Modal>
  );
}
