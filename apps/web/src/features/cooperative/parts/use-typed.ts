import { useState } from 'react';
import { useSession } from '@/api/session';

/** What is typed into a form, kept on this device until it was sent: a lost line or a closed window loses nothing. */
export function useTyped<Form extends object>(
  name: string,
  initial: Form,
): [Form, (part: Partial<Form>) => void, () => void, boolean] {
  const { person, organisation } = useSession();
  const key = `weftway.typed.${person.id}.${organisation?.id ?? ''}.${name}`;
  const [kept, setKept] = useState<Partial<Form>>(() => read(key));
  const typed = { ...initial, ...kept };
  return [
    typed,
    (part) =>
      setKept((before) => {
        const next = { ...before, ...part };
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // A full or closed store keeps nothing; the form still works.
        }
        return next;
      }),
    () => {
      localStorage.removeItem(key);
      setKept({});
    },
    Object.keys(kept).length > 0,
  ];
}

function read<Form>(key: string): Partial<Form> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Form>;
  } catch {
    return {};
  }
}
