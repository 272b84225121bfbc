import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Moment } from '@/ui/figures';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import styles from './failed-jobs.module.css';

/** Jobs that failed at every try, each with why, and a way to try it again. */
export function FailedJobs({ jobs }: { jobs: readonly Schemas['DeadLetter'][] }) {
  return (
    <ul className={styles.jobs}>
      {jobs.map((job) => (
        <Job key={`${job.id} ${job.handler}`} job={job} />
      ))}
    </ul>
  );
}

function Job({ job }: { job: Schemas['DeadLetter'] }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const retry = api.useMutation('post', '/v1/admin/dead-letters/{id}/{handler}/retry', {
    onSuccess: () => {
      say(t('triedAgain', { handler: job.handler }));
      void queries.invalidateQueries({ queryKey: ['get', '/v1/admin/dead-letters'] });
    },
  });
  return (
    <li className={styles.job}>
      <div className={styles.words}>
        <Text fw={600} size="sm">
          {job.handler}
        </Text>
        <Text size="sm" c="dimmed">
          {t('jobOf', { type: job.type, queue: job.queue })} · {t('attempts', { count: job.attempts })} ·{' '}
          <Moment at={job.failedAt} />
        </Text>
        <pre className={styles.error}>{job.error ?? t('noError')}</pre>
        {retry.isError && <ProblemNotice error={retry.error} />}
      </div>
      <Group>
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
