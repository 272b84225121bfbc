import type { World } from '../world/world.js';
import type { Row } from './row.js';

const jobs = 200;
/** So that each is alone on its way: what waits behind others measures their work, not the way. */
const apartMs = 50;

interface Spread {
  p50: number;
  p95: number;
  p99: number;
  undone: number;
}

/** From the commit that promises something, over outbox, relay and queue, to the job done and written down as done. */
export const jobLatency: Row = {
  name: 'job-latency',
  work: `from commit to done, ${jobs} mails, 20 a second`,
  grows: false,
  measure: async (world, _plan, say) => {
    for (let index = 0; index < jobs; index += 1) {
      const answer = await fetch(`${world.weftway.url}/v1/account/invitations`, {
        method: 'POST',
        headers: { ...world.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ email: `person-${index}@measured.example`, roles: ['requester'] }),
      });
      if (!answer.ok) {
        throw new Error(`An invitation was refused: ${answer.status} ${await answer.text()}`);
      }
      await answer.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, apartMs));
    }
    const spread = await spreadOf(world);
    say(`job-latency: p50 ${spread.p50.toFixed(1)} ms, p95 ${spread.p95.toFixed(1)} ms`);
    return [
      {
        name: 'job-latency',
        connections: 1,
        rows: null,
        ratio: null,
        goal: 50,
        unit: 'ms',
        perSecond: null,
        p50Ms: spread.p50,
        p95Ms: spread.p95,
        p99Ms: spread.p99,
        cpuMs: null,
        memoryMb: null,
        limit: null,
      },
    ];
  },
};

/** By the database's clock, when all of them are done. */
async function spreadOf(world: World): Promise<Spread> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const [spread] = await world.look<Spread>(
      `with done as (
         select extract(epoch from d.done_at - m.created_at) * 1000 as ms
           from outbox_message m left join outbox_delivery d on d.message_id = m.id
          where m.type = 'member.invited')
       select count(*) filter (where ms is null)::int as undone,
              percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.95) within group (order by ms) as p95,
              percentile_cont(0.99) within group (order by ms) as p99
         from done`,
    );
    if (spread?.undone === 0) {
      return spread;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Jobs were not done within a minute');
}
