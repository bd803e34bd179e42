// What is asked of a machine in the person's own network in; it done, once the person has said that the machine may be asked, out.
import { toErrorReport } from '#contract/errors.ts';
import { create } from 'zustand';
import { call } from '../app/client.ts';
import { takeSettings } from '../app/mirror.ts';

/** A machine that waits for the person's answer. */
export interface OwnNetworkQuestion {
  readonly host: string;
  /** Told once, whatever the answer. */
  readonly answer: (isAllowed: boolean) => void;
}

/** Those that are asked about, one after the other. */
export const useOwnNetwork = create<{ readonly questions: readonly OwnNetworkQuestion[] }>()(() => ({ questions: [] }));

/**
 * Does it; where it is refused because it leads into the person's own network, asks them and, if they allow it, which is remembered for the host,
 * does it again. Throws what it throws, and the refusal when they do not.
 */
export async function withOwnNetwork<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    const { detail } = toErrorReport(failure);
    if (detail?.is !== 'ownNetwork' || !(await isAllowed(detail.what))) throw failure;
    await takeSettings(call('network.allow', { host: detail.what }));
    return work();
  }
}

function isAllowed(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const question: OwnNetworkQuestion = {
      host,
      answer(isYes) {
        useOwnNetwork.setState(({ questions }) => ({ questions: questions.filter((each) => each !== question) }));
        resolve(isYes);
      },
    };
    useOwnNetwork.setState(({ questions }) => ({ questions: [...questions, question] }));
  });
}
