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
  const save = (): void => findings.save.mutate(undefined, { onSuccess: () => say(t('findingsSaved')) });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && editable) {
      event.preventDefault();
      if (findings.changed.length > 0) {
        save();
      }
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
              editable={editable}
              files={files.length}
              onFiles={() => files[0] && props.onShowFile(files[0].fileId)}
              onChange={(part) => findings.set(criterion.code, part)}
            />
          );
        })}
      </ol>
      {findings.save.isError && <ProblemNotice error={findings.save.error} onRetry={save} />}
      {editable && findings.changed.length > 0 && (
        <div className={styles.foot}>
          <span role="status">{t('unsaved', { count: findings.changed.length })}</span>
          <Button
            size="sm"
            loading={findings.save.isPending}
            onClick={save}
            aria-keyshortcuts="Control+S Meta+S"
          >
            {shared('save')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
