import type { Someone, World } from '../world.js';
import type { Finding, Victim } from './victim.js';

/** Someone whose session or password is theirs alone to end. */
export function someoneNew(
  more: (by: Someone, world: World) => Promise<Partial<Victim>> | Partial<Victim> = () => ({}),
): Finding {
  return async (world) => {
    const by = await world.someoneNew('finance', world.victims.retailer);
    return { by, params: {}, ...(await more(by, world)) };
  };
}
