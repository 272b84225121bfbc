import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import styles from './checklist.module.css';
import { CriterionRow } from './criterion-row';
import type { Certificate } from './use-act';
import type { Findings } from './use-findings';

/** The scheme's criteria, each with what was found. */
export function Checklist(props: {
  certificate: Certificate;
  findings: Findings;
  editable: boolean;
  onShowFile: (fileId: string) => void;
}) {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const { certificate, findings, editable } = props;
  const total = certificate.criteria.length;
  const contested = certificate.criteria.some(({ code }) => findings.isContested(code));
  const save = (): void => findings.save.mutate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || !editable) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      save();
    } else if (key === 'z' && !isTyping(event.target) && findings.undo()) {
      event.preventDefault();
      say(t('verdictUndone'));
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <Panel
      title={t('criteria')}
      padded={false}
      actions={
        <div className={styles.tools}>
          <span className={styles.done} data-figures>
            {t('checked', { done: total - findings.open.length, total })}
            {editable && (
              <span role="status">
                {' · '}
                {findings.save.isPending
                  ? shared('saving')
                  : findings.changed.length > 0
                    ? t('unsaved', { count: findings.changed.length })
                    : shared('saved')}
              </span>
            )}
          </span>
          {editable && findings.open.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                const count = findings.open.length;
                say(t('markedMet', { count }), findings.markOpenMet());
              }}
            >
              {t('markRestMet')}
            </Button>
          )}
        </div>
      }
    >
      {editable && <p className={styles.keys}>{t('keys')}</p>}
      <ol className={styles.list}>
        {certificate.criteria.map((criterion) => {
          const files = certificate.evidence.filter(({ criterionCode }) => criterionCode === criterion.code);
          return (
            <CriterionRow
              key={criterion.code}
              criterion={criterion}
              finding={findings.of(criterion.code)}
              saved={certificate.findings.find(({ criterionCode }) => criterionCode === criterion.code)}
              changed={findings.isChanged(criterion.code)}
              contested={editable && findings.isContested(criterion.code)}
              onKeep={() => findings.keepMine(criterion.code)}
              onTake={() => findings.takeTheirs(criterion.code)}
              editable={editable}
              files={files.length}
              onFiles={() => files[0] && props.onShowFile(files[0].fileId)}
              onChange={(part) => findings.set(criterion.code, part)}
            />
          );
        })}
      </ol>
      {findings.save.isError && !contested && (
        <div className={styles.foot}>
          <ProblemNotice error={findings.save.error} onRetry={save} />
        </div>
      )}
    </Panel>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('textarea, input:not([type=radio]), [contenteditable]')
  );
}
