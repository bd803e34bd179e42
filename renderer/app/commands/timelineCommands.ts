// What can be done while the timeline is on screen.
import { AXES } from '#contract/post.ts';
import { timelineControl } from '../../timeline/timelineControl.ts';
import { words } from '../../ui/words.ts';
import { inPlace, key, type Command } from '../command.ts';
import { refine } from '../navigation.ts';

const inTimeline = inPlace('timeline');
const atPost = (): boolean => inTimeline() && timelineControl().isAtPost();

/** Commands of the timeline. */
export const timelineCommands: readonly Command[] = [
  {
    id: 'timeline.save',
    title: words.commands.savePost,
    shortcuts: [key('s')],
    isAvailable: atPost,
    run: () => timelineControl().save(),
  },
  ...AXES.map((axis, i) => ({
    id: `axis.${axis}`,
    title: words.commands.axis[axis],
    shortcuts: [key(String(i + 1))],
    isAvailable: inTimeline,
    run: () => refine({ axis }),
  })),
  {
    id: 'timeline.jump',
    title: words.commands.jump,
    shortcuts: [key('g')],
    isAvailable: inTimeline,
    run: () => timelineControl().jump(),
  },
  {
    id: 'timeline.filter',
    title: words.commands.filter,
    shortcuts: [key('f')],
    isAvailable: inTimeline,
    run: () => timelineControl().filter(),
  },
  ...(['day', 'month'] as const).flatMap((unit) =>
    ([-1, 1] as const).map((step) => ({
      id: `timeline.${unit}.${step === -1 ? 'newer' : 'older'}`,
      title: words.commands[step === 1 ? 'older' : 'newer'][unit],
      shortcuts: [key({ day: { [-1]: '[', 1: ']' }, month: { [-1]: '{', 1: '}' } }[unit][step])],
      isAvailable: inTimeline,
      run: () => timelineControl().step(unit, step),
    })),
  ),
  {
    id: 'timeline.unselect',
    title: words.commands.unselect,
    shortcuts: [key('Escape')],
    isAvailable: () => inTimeline() && timelineControl().hasSelection(),
    run: () => timelineControl().unselect(),
  },
];
