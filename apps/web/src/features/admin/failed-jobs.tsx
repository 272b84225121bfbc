import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useUndoable } from '@/features/account/use-undoable';
import { Moment } from '@/ui/figures';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import styles from './failed-jobs.module.css';
import { jobName, queueName } from './queue-name';

type DeadLetter = Schemas['DeadLetter'];
const keyOf = (job: DeadLetter): string => `${job.id} ${job.handler}`;

/** Jobs that failed at every try, each with why, to be tried again or given up. */
export function FailedJobs({ jobs }: { jobs: readonly DeadLetter[] }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const refresh = (): void => void queries.invalidateQueries({ queryKey: ['get', '/v1/admin/dead-letters'] });
  const discard = api.useMutation('delete', '/v1/admin/dead-letters/{id}/{handler}', {
    onSuccess: refresh,
    onError: (_, { params: { path } }) => undoable.stay(`${path.id} ${path.handler}`),
  });
  const undoable = useUndoable((key) => {
    const [id = '', handler = ''] = key.split(' ');
    discard.mutate({ params: { path: { id, handler } }, keepalive: true });
  });
  return (
    <>
      {discard.isError && <ProblemNotice error={discard.error} />}
      <ul className={styles.jobs}>
        {jobs
          .filter((job) => !undoable.leaving.has(keyOf(job)))
          .map((job) => (
            <Job
              key={keyOf(job)}
              job={job}
              onRetried={refresh}
              onDiscard={() =>
                undoable.leave(keyOf(job), t('discarded', { handler: jobName(job.handler, t) }))
              }
            />
          ))}
      </ul>
    </>
  );
}

function Job({
  job,
  onRetried,
  onDiscard,
}: {
  job: DeadLetter;
  onRetried: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation('admin');
  const retry = api.useMutation('post', '/v1/admin/dead-letters/{id}/{handler}/retry', {
    onSuccess: () => {
      say(t('triedAgain', { handler: jobName(job.handler, t) }));
      onRetried();
    },
  });
  return (
    <li className={styles.job}>
      <div className={styles.words}>
        <Text fw={600} size="sm">
          {jobName(job.handler, t)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('jobOf', { handler: job.handler, type: job.type, queue: queueName(job.queue, t) })} ·{' '}
          {t('attempts', { count: job.attempts })} · <Moment at={job.failedAt} />
        </Text>
        <pre className={styles.error}>{job.error ?? t('noError')}</pre>
        {retry.isError && <ProblemNotice error={retry.error} />}
      </div>
      <Group gap="xs">
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {t('discard')}
        </Button>
        <Button
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate({ params: { path: { id: job.id, handler: job.handler } } })}
        >
          {t('retry')}
        </Button>
      </Group>
    </li>
  );
}
