import { createContext, useContext } from 'react';
import type { QuoteSender } from './quote-sender';

export interface Sending {
  sender: QuoteSender;
  /** Whose quotes these are: a person, for an organisation. */
  owner: string;
}

export const SendingContext = createContext<Sending | null>(null);

export function useSending(): Sending {
  const sending = useContext(SendingContext);
  if (!sending) {
    throw new Error('Quotes are written within the cooperative’s door');
  }
  return sending;
}
