import { Alert, Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';
import styles from './checklist.module.css';
import { type Finding, type Verdict, verdicts } from './use-findings';

/** The key that gives each verdict. */
const keys: Record<string, Verdict> = { m: 'met', p: 'partly_met', n: 'not_met', x: 'not_applicable' };
const tones = { met: 'done', partly_met: 'waiting', not_met: 'wrong', not_applicable: 'quiet' } as const;
const shapes: Record<Verdict, ReactNode> = {
  met: <path d="M1 5.5L4 8.5L9 1.5" />,
  partly_met: <path d="M1 5h8M5 1v0" strokeDasharray="3 2" />,
  not_met: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />,
  not_applicable: <circle cx="5" cy="5" r="3.5" />,
};

function Shape({ verdict }: { verdict: Verdict }) {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden
    >
      {shapes[verdict]}
    </svg>
  );
}

/** A criterion with its verdict and note; read only where findings cannot be noted. */
export function CriterionRow(props: {
  criterion: Schemas['CriterionView'];
  finding: Finding;
  saved: Schemas['ReviewedFinding'] | undefined;
  changed: boolean;
  /** Someone else has noted it since this was begun. */
  contested: boolean;
  onKeep: () => void;
  onTake: () => void;
  editable: boolean;
  files: number;
  onFiles: () => void;
  onChange: (part: Partial<Finding>) => void;
}) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const id = useId();
  const [noting, setNoting] = useState(false);
  const { criterion, finding, saved, editable } = props;
  const needsNote = finding.verdict === 'partly_met' || finding.verdict === 'not_met';
  const showNote = noting || needsNote || finding.note !== '';

  const contestTitle = saved
    ? t('contested', { name: saved.checkedBy.name, verdict: t(`verdict_${saved.verdict}`) })
    : t('contestedGone');

  const openNote = (row: HTMLElement): void => {
    setNoting(true);
    requestAnimationFrame(() => row.querySelector('textarea')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    const row = event.currentTarget;
    const typing = event.target instanceof HTMLTextAreaElement;
    if (typing) {
      if (event.key === 'Escape') {
        event.preventDefault();
        focusRow(row);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const verdict = keys[event.key.toLowerCase()];
    if (verdict && editable) {
      event.preventDefault();
      props.onChange({ verdict });
      if (verdict === 'met' || verdict === 'not_applicable') {
        focusRow(row.nextElementSibling ?? row);
      } else {
        openNote(row);
      }
    } else if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      focusRow((event.key === 'j' ? row.nextElementSibling : row.previousElementSibling) ?? row);
    } else if (event.key === 'e' && editable) {
      event.preventDefault();
      openNote(row);
    }
  };

  return (
    <li className={styles.row} data-changed={props.changed} onKeyDown={onKeyDown}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          <span className={styles.code}>{criterion.code}</span>
          <span>{criterion.title}</span>
          {saved && !props.changed && (
            <span className={styles.by} title={format.moment(saved.checkedAt)}>
              {t('checkedBy', { name: saved.checkedBy.name, when: format.relative(saved.checkedAt) })}
            </span>
          )}
        </legend>
        <div className={styles.choices}>
          {editable ? (
            verdicts.map((verdict) => (
              <label key={verdict} className={styles.choice}>
                <input
                  type="radio"
                  name={id}
                  checked={finding.verdict === verdict}
                  onChange={() => props.onChange({ verdict })}
                />
                <Shape verdict={verdict} />
                {t(`verdict_${verdict}`)}
              </label>
            ))
          ) : (
            <Tag tone={finding.verdict ? tones[finding.verdict] : 'quiet'}>
              {finding.verdict && <Shape verdict={finding.verdict} />}
              {finding.verdict ? t(`verdict_${finding.verdict}`) : t('noVerdict')}
            </Tag>
          )}
          {editable && !showNote && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={(event) => openNote(event.currentTarget.closest('li') ?? event.currentTarget)}
            >
              {t('addNote')}
            </Button>
          )}
          {props.files > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={props.onFiles}>
              {t('evidenceFor', { count: props.files })}
            </Button>
          )}
        </div>
      </fieldset>
      {props.contested && (
        <Alert color="weld" mt={8} title={contestTitle}>
          {saved?.note && <div>“{saved.note}”</div>}
          <Group gap={6} mt={6}>
            <Button size="xs" variant="default" onClick={props.onKeep}>
              {t('keepMine')}
            </Button>
            <Button size="xs" variant="default" onClick={props.onTake}>
              {t('takeTheirs')}
            </Button>
          </Group>
        </Alert>
      )}
      {editable && showNote && (
        <Textarea
          className={styles.note}
          aria-label={t('noteFor', { code: criterion.code })}
          placeholder={t('notePlaceholder')}
          description={finding.verdict === null && finding.note.trim() ? t('noteNeedsVerdict') : undefined}
          autosize
          minRows={1}
          maxLength={2000}
          value={finding.note}
          onChange={(event) => props.onChange({ note: event.currentTarget.value })}
        />
      )}
      {!editable && finding.note && <p className={styles.words}>{finding.note}</p>}
    </li>
  );
}

/** The chosen verdict of a row, or its first. */
function focusRow(row: Element): void {
  (
    row.querySelector<HTMLInputElement>('input:checked') ?? row.querySelector<HTMLInputElement>('input')
  )?.focus();
}
