import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, type Schemas } from '@/api/client';

/** What may be shown in place; anything else would be someone else's page under our address. */
const shownTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** A file of evidence. The api sends it to be saved; here it is shown from memory, as the type that the api found it to be. */
export function useEvidenceFile(certificateId: string, file: Schemas['EvidenceView']) {
  const query = useQuery({
    queryKey: ['evidence', certificateId, file.fileId],
    staleTime: Infinity,
    queryFn: async (): Promise<Blob> => {
      const { data } = await client.GET('/v1/compliance/certificates/{id}/evidence/{fileId}', {
        params: { path: { id: certificateId, fileId: file.fileId } },
        parseAs: 'arrayBuffer',
      });
      const type = shownTypes.includes(file.mediaType) ? file.mediaType : 'application/octet-stream';
      return new Blob([data as ArrayBuffer], { type });
    },
  });
  const [url, setUrl] = useState<string | null>(null);
  const blob = query.data;
  useEffect(() => {
    if (!blob) {
      return undefined;
    }
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return { blob, url, error: query.error, retry: () => void query.refetch() };
}
