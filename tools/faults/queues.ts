import { type QueueName, queueNames, Queues, Settings } from '#platform';
import type { Running } from './running.js';

/** Looks into the queues of an instance, whatever they are on. */
export async function withQueues<Result>(
  running: Running,
  look: (queues: Queues) => Promise<Result>,
): Promise<Result> {
  const queues = new Queues(new Settings(running.instance.env, 'faults'));
  try {
    return await look(queues);
  } finally {
    await queues.onApplicationShutdown();
  }
}

/** Jobs that a worker has taken and not given back, by queue; of no queue when empty. */
export async function underWay(running: Running): Promise<{ queue: QueueName; jobs: number }[]> {
  return withQueues(running, async (queues) => {
    const counted = await Promise.all(
      queueNames.map(async (queue) => {
        const { active = 0 } = await queues.queue(queue).getJobCounts('active');
        return { queue, jobs: active };
      }),
    );
    return counted.filter(({ jobs }) => jobs > 0);
  });
}
