// The window's one door to the library: typed calls out, events in. A failed reply is thrown again as the AppError it was.
// The only file of the window where types are asserted, because what crosses the bridge is unknown to the compiler.
import type { Bridge, CallName, EventName, Events, In, Out } from '#contract/calls.ts';
import { AppError, fromErrorReport, type Reply } from '#contract/errors.ts';
import type { Save } from '#contract/save.ts';

declare global {
  interface Window {
    readonly layover: Bridge;
  }
}

/** Asks for something; input is left out when the call takes none. Throws `AppError` with the code of the reply, `internal` when the bridge fails. */
export async function call<K extends CallName>(name: K, ...input: In<K> extends void ? [] : [In<K>]): Promise<Out<K>> {
  const reply = await ask(name, input[0]);
  if (!reply.ok) throw fromErrorReport(reply.error);
  return reply.value as Out<K>;
}

async function ask(name: string, input: unknown): Promise<Reply<unknown>> {
  try {
    return (await window.layover.call(name, input)) as Reply<unknown>;
  } catch (cause) {
    throw new AppError(
      'internal',
      'Layover lost touch with its library. Nothing saved is affected; please restart it.',
      {
        cause,
      },
    );
  }
}

/** Saves a file of a drop from where it lies on the disk, or joins the trip pack that it is (`null`); `undefined` when it lies nowhere, as a picture dragged out of a page. Throws as `call`. */
export async function saveDropped(file: File): Promise<Save | null | undefined> {
  const reply = (await window.layover.dropped(file)) as Reply<Save | null> | null;
  if (reply === null) return undefined;
  if (!reply.ok) throw fromErrorReport(reply.error);
  return reply.value;
}

/** Any event with its own payload. */
export type Happening = { readonly [K in EventName]: { readonly name: K; readonly payload: Events[K] } }[EventName];

/** Hears every event until the returned function is called. */
export function listen(hear: (happening: Happening) => void): () => void {
  return window.layover.on((name, payload) => hear({ name, payload } as Happening));
}
