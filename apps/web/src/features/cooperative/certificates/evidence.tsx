import { Button, CloseButton, NativeSelect, Stack } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { PhotoButtons } from '../parts/photo-buttons';
import styles from './certificate.module.css';
import { useEvidence } from './use-evidence';

const addable = ['draft', 'submitted', 'in_review', 'action_required'];
const removable = ['draft', 'action_required'];

/** What shows that the criteria are met: photos and papers, taken on the spot. */
export function Evidence({ certificate }: { certificate: Schemas['CertificateView'] }) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const format = useFormat();
  const queries = useQueryClient();
  const may = useMay('evidence.write');
  const [criterion, setCriterion] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const { pending, add, retry, drop } = useEvidence(certificate.id);
  const { id, state, evidence, criteria } = certificate;
  const remove = async (fileId: string): Promise<void> => {
    setProblem(null);
    try {
      await client.DELETE('/v1/cooperative/certificates/{id}/evidence/{fileId}', {
        params: { path: { id, fileId } },
      });
      await queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/certificates/{id}'] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Panel title={t('evidenceTitle', { count: evidence.length })}>
      <Stack gap="md">
        {evidence.length === 0 && pending.length === 0 && (
          <p className={styles.quiet}>{t('evidenceEmpty')}</p>
        )}
        <ul className={styles.files}>
          {evidence.map((file) => (
            <li key={file.fileId} className={styles.file}>
              {file.mediaType.startsWith('image/') ? (
                <img
                  src={`/v1/cooperative/certificates/${id}/evidence/${file.fileId}`}
                  alt=""
                  loading="lazy"
                  width={56}
                  height={56}
                  className={styles.thumb}
                />
              ) : (
                <span className={styles.thumb}>
                  <IconFileText size={24} stroke={1.4} aria-hidden />
                </span>
              )}
              <span className={styles.fileWords}>
                <a
                  href={`/v1/cooperative/certificates/${id}/evidence/${file.fileId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {file.name}
                </a>
                <span>
                  {[
                    file.criterionCode && t('criterion', { code: file.criterionCode }),
                    format.moment(file.addedAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {may && removable.includes(state) && (
                <CloseButton
                  size={44}
                  aria-label={t('removeFile', { name: file.name })}
                  onClick={() => void remove(file.fileId)}
                />
              )}
            </li>
          ))}
          {pending.map((one) => (
            <li key={one.key} className={styles.file}>
              <span className={styles.fileWords}>
                <span className={styles.name}>{one.file.name}</span>
                {one.error === null ? (
                  <progress
                    max={1}
                    value={one.share}
                    aria-label={t('sendingFile', { name: one.file.name })}
                  />
                ) : (
                  <>
                    <ProblemNotice error={one.error} />
                    <span className={styles.again}>
                      <Button size="sm" mih={44} onClick={() => retry(one)}>
                        {t('tryAgain', { ns: 'shared' })}
                      </Button>
                      <Button size="sm" mih={44} variant="default" onClick={() => drop(one.key)}>
                        {t('remove', { ns: 'shared' })}
                      </Button>
                    </span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        {problem !== null && <ProblemNotice error={problem} />}
        {may && addable.includes(state) && (
          <>
            {criteria.length > 0 && (
              <NativeSelect
                size="md"
                label={t('criterionField')}
                data={[
                  { value: '', label: t('criterionNone') },
                  ...criteria.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
                ]}
                value={criterion}
                onChange={(event) => setCriterion(event.currentTarget.value)}
              />
            )}
            <PhotoButtons papers onFiles={(files) => void add(files, criterion)} />
          </>
        )}
      </Stack>
    </Panel>
  );
}
