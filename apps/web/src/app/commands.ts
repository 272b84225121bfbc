import type { TFunction } from 'i18next';
import type { Session } from '@/api/session';
import { placesOf } from './places';

export interface Command {
  to: string;
  label: string;
  /** What it is, where the label alone does not say so. */
  kind?: string;
}

/** Where the palette leads, for whoever is signed in. */
export function commandsFor(session: Session | null, t: TFunction): Command[] {
  const kind = session?.organisation?.kind;
  return [
    ...(kind ? placesOf(kind, t) : []).map(({ to, label }) => ({ to, label })),
    ...(session
      ? [
          { to: '/account', label: t('accountSettings') },
          { to: '/account/people', label: t('people') },
          { to: '/account/messages', label: t('messages') },
          { to: '/account/audit-log', label: t('auditLog') },
        ]
      : [{ to: '/sign-in', label: t('signIn') }]),
    { to: '/showcase', label: t('showcase') },
    { to: '/verify', label: t('verify') },
  ];
}
