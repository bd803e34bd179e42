// Joins commands to the fields they lead to, which may not be drawn yet when the command is given.
import { create, type StoreApi, type UseBoundStore } from 'zustand';

/** Above 0 when a field was asked for; the field takes the focus and makes it 0 again, so that it does not take it anew when it is drawn the next time. */
type Focus = UseBoundStore<StoreApi<{ readonly asked: number }>>;

/** For the field of the library. */
export const useSearchFocus: Focus = create(() => ({ asked: 0 }));

/** For the field of the keys in the settings. */
export const useKeysFocus: Focus = create(() => ({ asked: 0 }));

/** For the settings of saving from a browser. */
export const useBrowserFocus: Focus = create(() => ({ asked: 0 }));

/** Puts the cursor into the library's field as soon as it is there. */
export function focusSearch(): void {
  useSearchFocus.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Puts the cursor into the field of the keys as soon as it is there. */
export function focusKeys(): void {
  useKeysFocus.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Brings the settings of saving from a browser into view, with the focus on them, as soon as they are there. */
export function focusBrowser(): void {
  useBrowserFocus.setState(({ asked }) => ({ asked: asked + 1 }));
}
