// The bar beside the selected text puts itself here while it is shown, so that keys and commands find it.
let focusBar: (() => void) | undefined;

/** Tells how the bar takes the focus; `undefined` when it is gone. */
export function setSelectionBarFocus(focus: (() => void) | undefined): void {
  focusBar = focus;
}

/** Moves the focus into the bar; nothing when it is not shown. */
export function focusSelectionBar(): void {
  focusBar?.();
}
