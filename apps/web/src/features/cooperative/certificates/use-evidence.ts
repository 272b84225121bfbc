import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '@/api/client';
import { shrink } from '../parts/shrink';
import { uploading } from '../parts/uploading';

export interface Pending {
  key: string;
  file: File;
  criterionCode: string;
  /** Between 0 and 1. */
  share: number;
  error: unknown;
}

let counted = 0;

/** Sends evidence, each file made small, with its progress; what failed can be sent again. */
export function useEvidence(id: string) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending[]>([]);
  const set = (key: string, part: Partial<Pending>): void =>
    setPending((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = async (one: Pending): Promise<void> => {
    set(one.key, { error: null, share: 0 });
    try {
      const form = new FormData();
      if (one.criterionCode) {
        form.append('criterionCode', one.criterionCode);
      }
      form.append('file', await shrink(one.file));
      const params = { path: { id } };
      const { data } = await client.POST('/v1/cooperative/certificates/{id}/evidence', {
        params,
        body: { file: '' },
        bodySerializer: () => form,
        fetch: uploading((share) => set(one.key, { share })),
      });
      queries.setQueryData(['get', '/v1/cooperative/certificates/{id}', { params }], data);
      setPending((before) => before.filter(({ key }) => key !== one.key));
    } catch (error) {
      set(one.key, { error });
    }
  };

  return {
    pending,
    add: async (files: readonly File[], criterionCode: string): Promise<void> => {
      const added = files.map((file) => {
        counted += 1;
        return { key: String(counted), file, criterionCode, share: 0, error: null };
      });
      setPending((before) => [...before, ...added]);
      // One after the other: a poor line carries one photo sooner than three halves.
      for (const one of added) {
        await send(one);
      }
    },
    retry: (one: Pending): void => void send(one),
    drop: (key: string): void => setPending((before) => before.filter((one) => one.key !== key)),
  };
}
