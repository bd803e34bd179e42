// What can be done while the timeline is on screen.
import { AXES } from '#contract/post.ts';
import { timelineControl } from '../../timeline/timelineControl.ts';
import { CloseIcon, DateIcon, EarlierIcon, FilterIcon, KeepIcon, LaterIcon, SortIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inPlace, key, type Command } from '../command.ts';
import { refine } from '../navigation.ts';

const inTimeline = inPlace('timeline');
const atPost = (): boolean => inTimeline() && timelineControl().isAtPost();

const timeline = { where: ['timeline'], group: 'timeline' } as const;

/** Commands of the timeline. */
export const timelineCommands: readonly Command[] = [
  {
    ...timeline,
    id: 'timeline.save',
    icon: KeepIcon,
    title: words.commands.savePost,
    shortcuts: [key('s')],
    over: ['save.open'],
    isAvailable: atPost,
    run: () => timelineControl().save(),
  },
  ...AXES.map((axis, i) => ({
    ...timeline,
    id: `axis.${axis}`,
    icon: SortIcon,
    title: words.commands.axis[axis],
    shortcuts: [key(String(i + 1))],
    isAvailable: inTimeline,
    run: () => refine({ axis }),
  })),
  {
    ...timeline,
    id: 'timeline.jump',
    icon: DateIcon,
    title: words.commands.jump,
    shortcuts: [key('g')],
    isAvailable: inTimeline,
    run: () => timelineControl().jump(),
  },
  {
    ...timeline,
    id: 'timeline.filter',
    icon: FilterIcon,
    title: words.commands.filter,
    shortcuts: [key('f')],
    isAvailable: inTimeline,
    run: () => timelineControl().filter(),
  },
  ...(['day', 'month'] as const).flatMap((unit) =>
    ([-1, 1] as const).map((step) => ({
      ...timeline,
      id: `timeline.${unit}.${step === -1 ? 'newer' : 'older'}`,
      icon: step === -1 ? EarlierIcon : LaterIcon,
      title: words.commands[step === 1 ? 'older' : 'newer'][unit],
      shortcuts: [key({ day: { [-1]: '[', 1: ']' }, month: { [-1]: '{', 1: '}' } }[unit][step])],
      isAvailable: inTimeline,
      run: () => timelineControl().step(unit, step),
    })),
  ),
  {
    ...timeline,
    id: 'timeline.unselect',
    icon: CloseIcon,
    title: words.commands.unselect,
    shortcuts: [key('Escape')],
    isAvailable: () => inTimeline() && timelineControl().hasSelection(),
    run: () => timelineControl().unselect(),
  },
];
