import type { Transitions } from '#platform';

type State = 'applied' | 'admitted' | 'refused';

export const organisationTransitions: Transitions<State, 'admit' | 'refuse'> = {
  applied: { admit: 'admitted', refuse: 'refused' },
  admitted: {},
  refused: { admit: 'admitted' },
};
