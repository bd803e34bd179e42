// Keeps the words of a document parted for as long as that is set.
import { useEffect, useState } from 'react';
import { attempt } from '../../app/articleActions.ts';
import { createParting, type KeepPlace, type Parting } from './wordParting.ts';

/** Parts words in a document, or makes them whole again. `keepPlace` must stay the same function. */
export function usePartedWords(page: Document | undefined, isOn: boolean, keepPlace: KeepPlace): void {
  const [parting, setParting] = useState<Parting>();
  useEffect(() => {
    if (page === undefined) return undefined;
    const created = createParting(page);
    setParting(created);
    return () => {
      setParting(undefined);
      created.close();
    };
  }, [page]);
  useEffect(() => {
    if (parting === undefined) return undefined;
    attempt(parting.set(isOn, keepPlace));
    return () => parting.stop();
  }, [parting, isOn, keepPlace]);
}
