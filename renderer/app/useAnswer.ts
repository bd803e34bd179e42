// What a call answered, for a component: waiting, failed with words to show and a way to ask again, or here. The last answer stays until
// the next is here.
import { useEffect, useEffectEvent, useState } from 'react';
import { toErrorReport } from '#contract/errors.ts';
import { failureText } from '../ui/failureText.ts';

/** An answer on its way or arrived. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'failed';
      readonly message: string;
      /** Asks once more, and waits for it. */
      readonly again: () => void;
    }
  | { readonly state: 'here'; readonly value: T };

/** Asks at once and again whenever `occasion` changes; an answer to an earlier occasion is dropped. `known` is there before the first answer. */
export function useAnswer<T>(occasion: string, ask: () => Promise<T>, known?: T): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(
    known === undefined ? { state: 'waiting' } : { state: 'here', value: known },
  );
  const [tries, setTries] = useState(0);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    let isStale = false;
    const take = (next: Answer<T>): void => {
      if (!isStale) setAnswer(next);
    };
    const again = (): void => {
      take({ state: 'waiting' });
      setTries((before) => before + 1);
    };
    askNow().then(
      (value) => take({ state: 'here', value }),
      (failure: unknown) => take({ state: 'failed', message: failureText(toErrorReport(failure)), again }),
    );
    return () => {
      isStale = true;
    };
  }, [occasion, tries]);
  return answer;
}
