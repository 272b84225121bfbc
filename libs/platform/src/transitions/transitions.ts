import { errors } from '../errors/platform.errors.js';

/** A machine of states, written once beside its entity: `from -> event -> to`. */
export type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/**
 * The state that an event leads to.
 * @throws DomainError `wrong_state` that says what is possible instead
 */
export function nextState<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  from: State,
  event: Event,
  what: string,
): State {
  const to = table[from][event];
  if (to === undefined) {
    const possible = Object.keys(table[from]).join(', ').replaceAll('_', ' ') || 'nothing more';
    throw errors.wrong_state({
      detail: `This ${what} is ${from.replaceAll('_', ' ')}, so it cannot ${event.replaceAll('_', ' ')}. Possible: ${possible}.`,
      extra: { state: from },
    });
  }
  return to;
}
