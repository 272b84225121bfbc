import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useMay } from '@/api/session';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { ConflictNotice } from './drafting/conflict-notice';
import { SaveStatus } from './drafting/save-status';
import { type RequestView, useRequest } from './request/use-request';
import { TermsFacts } from './terms/terms-facts';
import { TermsForm } from './terms/terms-form';
import { faultsOf } from './terms/terms';
import { useTerms } from './terms/use-terms';
import styles from './terms/terms.module.css';

/** What is asked, by when, delivered how, paid how, and with which certificates. */
export default function TermsTab() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  if (request.state === 'draft' && mayWrite) {
    return <Editor key={request.id} request={request} />;
  }
  return (
    <Panel title={t('terms')}>
      {request.description && (
        <Text mb="lg" style={{ maxWidth: 'var(--measure)', whiteSpace: 'pre-line' }}>
          {request.description}
        </Text>
      )}
      <TermsFacts request={request} />
    </Panel>
  );
}

function Editor({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const { autosave, saved, set } = useTerms(request);
  const faults = Object.keys(faultsOf(saved.value)).length;
  return (
    <Stack gap={0}>
      <div className={styles.status}>
        <SaveStatus
          state={saved.state}
          error={saved.error}
          held={t('heldTerms', { count: faults })}
          onRetry={() => void autosave.flush()}
        />
      </div>
      {saved.state === 'conflict' && (
        <ConflictNotice
          what={t('conflictTerms')}
          onMine={() => autosave.keepMine()}
          onTheirs={() => {
            const mine = autosave.takeTheirs();
            say(t('tookTheirs'), () => autosave.set(mine));
          }}
        />
      )}
      {saved.state === 'failed' && saved.error instanceof Problem && (
        <div style={{ marginBlockEnd: 16 }}>
          <ProblemNotice error={saved.error} onRetry={() => void autosave.flush()} />
        </div>
      )}
      <TermsForm terms={saved.value} error={saved.error} set={set} />
    </Stack>
  );
}
