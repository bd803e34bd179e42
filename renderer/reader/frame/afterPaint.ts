// Something to be done once what is drawn now stands on the screen, for all that can wait until then.

/** Runs it after the next frame was painted; the returned function gives it up. */
export function afterPaint(run: () => void): () => void {
  let timer: number | undefined;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}
