import { useQueryClient } from '@tanstack/react-query';
import { opened, type Session, sessionQuery } from '@/api/session';

/** A session that began, or goes on under a new token, is the one that every screen has. */
export function useKeepSession() {
  const queries = useQueryClient();
  return (session: Session): void => {
    queries.setQueryData(sessionQuery.queryKey, opened(session));
  };
}
