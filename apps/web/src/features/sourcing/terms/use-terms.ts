import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { client, ifMatch } from '@/api/client';
import { Autosave } from '../drafting/autosave';
import { inTurn } from '../drafting/in-turn';
import { advanced, readAt, versionOf } from '../drafting/versions';
import { requestQuery, type RequestView } from '../request/use-request';
import { draftOf, faultsOf, sameTerms, type Terms, termsOf } from './terms';

async function saveTerms(queries: QueryClient, id: string, terms: Terms, base: Terms): Promise<void> {
  const init = () => ({ params: { path: { id } }, headers: ifMatch(versionOf(id, 'terms')) });
  const keep = (view: RequestView | undefined): void => {
    if (view) {
      advanced(id, versionOf(id, 'terms'), view.version);
      queries.setQueryData(requestQuery(id).queryKey, view);
    }
  };
  if (!sameTerms({ ...terms, schemeIds: [] }, { ...base, schemeIds: [] })) {
    keep((await client.PUT('/v1/buyer/requests/{id}', { ...init(), body: draftOf(terms) })).data);
  }
  if (!sameTerms(terms, { ...terms, schemeIds: base.schemeIds })) {
    const body = { schemeIds: [...terms.schemeIds] };
    keep((await client.PUT('/v1/buyer/requests/{id}/requirements', { ...init(), body })).data);
  }
}

/** The terms of a draft, saved as they are typed. */
export function useTerms(view: RequestView) {
  const queries = useQueryClient();
  const { id } = view;
  const autosave = useMemo(
    () => {
      readAt(id, 'terms', view.version);
      const editor: Autosave<Terms> = new Autosave<Terms>(
        {
          key: `weftway.terms.${id}`,
          same: sameTerms,
          ready: (terms) => Object.keys(faultsOf(terms)).length === 0,
          pause: () => 700,
          load: async () => {
            const now = await queries.fetchQuery({ ...requestQuery(id), staleTime: 0 });
            readAt(id, 'terms', now.version);
            return termsOf(now);
          },
          save: (terms) => inTurn(id, () => saveTerms(queries, id, terms, editor.base)),
        },
        termsOf(view),
      );
      return editor;
    },
    // Only another request is another form: what comes back from saving must not take the place of what is typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [id, queries],
  );
  useEffect(() => () => void autosave.flush(), [autosave]);
  const saved = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const set = <Field extends keyof Terms>(field: Field, value: Terms[Field]): void =>
    autosave.set({ ...autosave.snapshot().value, [field]: value });
  return { autosave, saved, set };
}
