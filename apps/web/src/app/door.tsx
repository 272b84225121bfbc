import { useTranslation } from 'react-i18next';
import { useLive } from '@/api/live';
import { useSession } from '@/api/session';
import { placesOf } from './places';
import { WorkShell } from './work-shell';

/** The shell with the places of whoever is signed in, its screens kept current. */
export function Door() {
  const { t } = useTranslation('shared');
  useLive();
  const kind = useSession().organisation?.kind;
  return <WorkShell places={kind ? placesOf(kind, t) : []} />;
}
