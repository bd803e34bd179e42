// The first steps: which one is shown, whether they are shown by themselves, and the way back to them from what was tried.
import { create } from 'zustand';
import { attempt, saveSample } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { goTo, useView } from '../app/navigation.ts';
import { closeOverlay, openFirstSteps, useOverlays } from '../app/overlays.ts';

/** The steps, in their order. */
export const STEPS = ['library', 'bring', 'save'] as const;
/** One of them. */
export type Step = (typeof STEPS)[number];

/** Which is shown; `isAside` while something that was opened from them lies over the window in their place. */
export const useFirstSteps = create<{ readonly step: Step; readonly isAside: boolean }>()(() => ({
  step: 'library',
  isAside: false,
}));

/** Opens them at their beginning, whatever was seen before. */
export function startFirstSteps(): void {
  useFirstSteps.setState({ step: 'library', isAside: false });
  openFirstSteps();
}

/** Goes one step on, or back; ends them after the last. */
export function walk(by: 1 | -1): void {
  const next = STEPS[STEPS.indexOf(useFirstSteps.getState().step) + by];
  if (next !== undefined) useFirstSteps.setState({ step: next });
  else if (by === 1) endFirstSteps();
}

/** Closes them; they are not shown by themselves again. */
export function endFirstSteps(): void {
  closeOverlay();
  if (!useMirror.getState().settings.firstStepsSeen) attempt(changeSettings({ firstStepsSeen: true }));
}

/** Opens something else in their place; they come back once it is closed, unless an article was opened meanwhile. */
export function stepAside(open: () => void): void {
  useFirstSteps.setState({ isAside: true });
  open();
}

/** Ends them and saves the sample in front of the timeline that its posts come on. */
export function lookAround(): void {
  endFirstSteps();
  goTo('timeline');
  saveSample(() => undefined);
}

/** Shows them by themselves in a library that has nothing, once; call once. */
export function watchFirstSteps(): void {
  useOverlays.subscribe(({ open }) => {
    if (open !== 'nothing' || !useFirstSteps.getState().isAside) return;
    useFirstSteps.setState({ isAside: false });
    // What was open gives the focus back in the frame after it has gone, and must not take it from their heading.
    requestAnimationFrame(() => requestAnimationFrame(comeBack));
  });
  const stop = useMirror.subscribe(({ state, progress }) => {
    if (state === 'loading' || progress.articles !== null) return;
    stop();
    attempt(showIfNew());
  });
}

function comeBack(): void {
  if (useOverlays.getState().open === 'nothing' && useView.getState().article === null) openFirstSteps();
}

async function showIfNew(): Promise<void> {
  if (!isNew()) return;
  const [feeds, trash] = await Promise.all([call('feeds.list'), call('trash.list', { from: 0, count: 1 })]);
  // What came meanwhile is not to be hidden by them.
  if (isNew() && feeds.length === 0 && trash.total === 0) startFirstSteps();
}

function isNew(): boolean {
  const { state, settings, isReadOnly, bySaved, saves } = useMirror.getState();
  const isFree = useOverlays.getState().open === 'nothing' && useView.getState().article === null;
  return (
    state === 'ready' && !settings.firstStepsSeen && !isReadOnly && bySaved.length === 0 && saves.length === 0 && isFree
  );
}
