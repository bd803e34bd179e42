// Listening to the article that is open.
import {
  listenFromHere,
  setRate,
  skipParagraph,
  skipSentence,
  stopListening,
  toggleListening,
  useListening,
} from '../../listening/listening.ts';
import { ListenIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, key, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';

const reading = { where: ['reader'], group: 'read' } as const;
const RATE_STEP = 0.1;

const isListening = (): boolean => inReader() && useListening.getState().state !== 'off';

function step(id: string, title: string, name: string | null, run: () => void): Command {
  return { ...reading, id, title, shortcuts: name === null ? [] : [key(name)], isAvailable: isListening, run };
}

/** All of them. */
export const listeningCommands: readonly Command[] = [
  {
    ...reading,
    id: 'listen.toggle',
    menu: 'article',
    reads: [useListening],
    title: words.listening.toggle,
    shortcuts: [{ ...key('p'), shift: true }],
    isAvailable: inReader,
    run: toggleListening,
    icon: ListenIcon,
    bars: ['reader'],
    isOn: isListening,
  },
  {
    ...reading,
    id: 'listen.here',
    title: words.listening.fromHere,
    shortcuts: [],
    isAvailable: inReader,
    run: listenFromHere,
    icon: ListenIcon,
    bars: ['selection'],
  },
  step('listen.next', words.listening.nextSentence, '.', () => skipSentence(1)),
  step('listen.previous', words.listening.previousSentence, ',', () => skipSentence(-1)),
  step('listen.nextParagraph', words.listening.nextParagraph, '>', () => skipParagraph(1)),
  step('listen.previousParagraph', words.listening.previousParagraph, '<', () => skipParagraph(-1)),
  step('listen.faster', words.listening.faster, null, () =>
    setRate(useMirror.getState().settings.speechRate + RATE_STEP),
  ),
  step('listen.slower', words.listening.slower, null, () =>
    setRate(useMirror.getState().settings.speechRate - RATE_STEP),
  ),
  step('listen.stop', words.listening.stop, 'x', stopListening),
];
