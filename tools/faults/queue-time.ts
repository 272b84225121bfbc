import { ErrorCode } from 'bullmq';
import type { QueueName } from '#platform';
import { until } from '../scenario/http-client.js';
import { withQueues } from './queues.js';
import type { Running } from './running.js';

/** Waits until a queue has no job that could be done now. */
export async function idle(running: Running, name: QueueName): Promise<void> {
  await withQueues(running, (queues) =>
    until(`the end of the jobs of ${name}`, async () => {
      const { waiting = 0, active = 0 } = await queues.queue(name).getJobCounts('waiting', 'active');
      return waiting + active === 0 ? true : null;
    }),
  );
}

/** Lets time pass for the jobs of a queue, which wait by the true clock: each waits so much less, and is tried at once where it is due. */
export async function passTime(running: Running, name: QueueName, ms: number): Promise<void> {
  await withQueues(running, async (queues) => {
    for (const job of await queues.queue(name).getDelayed()) {
      const left = job.delay - ms;
      await (left <= 0 ? job.promote() : job.changeDelay(left)).catch(leaveIfDue);
    }
  });
}

/** A job that became due by itself meanwhile waits no more. */
function leaveIfDue(error: unknown): void {
  if ((error as { code?: unknown }).code !== ErrorCode.JobNotInState) {
    throw error;
  }
}
