// What can be chosen while something is read out: how fast, with which voice, when to stop and what then.
import type { ReactNode } from 'react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { formatMinutes } from '../ui/dates.ts';
import { CheckIcon, SleepIcon, VoiceIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { languageName } from '../ui/languageName.ts';
import type { SleepTimer } from './listener.ts';
import { chooseVoice, setRate, setSleepTimer, useListening } from './listening.ts';

const SPEEDS = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
const SLEEPS = [5, 15, 30, 60] as const;

/** The speed, and the menu of speeds. */
export function SpeedMenu(): ReactNode {
  const rate = useMirror((mirror) => mirror.settings.speechRate);
  const speed = words.listening.times({ rate });
  return (
    <MenuTrigger>
      <Button
        className="button button-small button-plain player-speed"
        aria-label={words.listening.speedNow({ speed })}
      >
        {speed}
      </Button>
      <Popover className="popover player-popover" placement="top end">
        <Menu
          className="player-menu"
          aria-label={words.listening.speed}
          selectionMode="single"
          selectedKeys={[String(rate)]}
          onSelectionChange={(keys) => onOne(keys, (key) => setRate(Number(key)))}
        >
          {SPEEDS.map((each) => (
            <Choice key={each} id={String(each)} label={words.listening.times({ rate: each })} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The menu of voices: those of the article's language, then the others. */
export function VoiceMenu(): ReactNode {
  const voice = useListening((listening) => listening.voice);
  const label = voice === undefined ? words.listening.voice : words.listening.voiceNow({ name: voice });
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={label}>
        <VoiceIcon size={18} strokeWidth={1.75} aria-hidden />
      </Button>
      <VoicePopover />
    </MenuTrigger>
  );
}

/** The voices themselves, over a button of a `MenuTrigger`. */
export function VoicePopover(): ReactNode {
  const { own, others } = useListening((listening) => listening.voices);
  const voice = useListening((listening) => listening.voice);
  return (
    <Popover className="popover player-popover" placement="top end">
      <Menu className="player-menu player-voices" aria-label={words.listening.voice}>
        {[
          { id: 'own', title: words.listening.ownVoices, voices: own },
          { id: 'others', title: words.listening.otherVoices, voices: others },
        ]
          .filter(({ voices }) => voices.length > 0)
          .map(({ id, title, voices }) => (
            <MenuSection
              key={id}
              selectionMode="single"
              selectedKeys={voice === undefined ? [] : [voice]}
              onSelectionChange={(keys) => onOne(keys, chooseVoice)}
            >
              <Header className="player-menu-title">{title}</Header>
              {voices.map(({ name, lang }) => (
                <Choice key={`${name} ${lang}`} id={name} label={name} detail={languageName(lang)} />
              ))}
            </MenuSection>
          ))}
      </Menu>
    </Popover>
  );
}

/** When to stop by itself, and whether the next article follows. */
export function SleepMenu(): ReactNode {
  const timer = useListening((listening) => listening.timer);
  const listensOn = useMirror((mirror) => mirror.settings.listensOn);
  return (
    <MenuTrigger>
      <Button className="icon-button player-sleep" data-on={timer !== null} aria-label={sleepLabel(timer)}>
        <SleepIcon size={18} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover player-popover" placement="top end">
        <Menu className="player-menu" aria-label={words.listening.when}>
          <MenuSection
            selectionMode="single"
            selectedKeys={timer === null ? ['off'] : timer === 'article' ? ['article'] : []}
            onSelectionChange={(keys) =>
              onOne(keys, (key) => setSleepTimer(key === 'off' ? null : key === 'article' ? 'article' : Number(key)))
            }
          >
            <Header className="player-menu-title">{words.listening.timer}</Header>
            <Choice id="off" label={words.listening.timerOff} />
            {SLEEPS.map((minutes) => (
              <Choice key={minutes} id={String(minutes)} label={words.listening.timerMinutes({ minutes })} />
            ))}
            <Choice id="article" label={words.listening.timerArticle} />
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={listensOn ? ['on'] : []}
            onSelectionChange={(keys) => attempt(changeSettings({ listensOn: keys === 'all' || keys.has('on') }))}
          >
            <Header className="player-menu-title">{words.listening.after}</Header>
            <Choice id="on" label={words.listening.goOn} />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function sleepLabel(timer: SleepTimer): string {
  if (timer === null) return words.listening.when;
  if (timer === 'article') return words.listening.timerEnd;
  const minutes = Math.max(1, Math.ceil((timer.at - Date.now()) / 60_000));
  return words.listening.timerLeft({ minutes: formatMinutes(minutes) });
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

function Choice({ id, label, detail }: ChoiceProps): ReactNode {
  return (
    <MenuItem id={id} className="player-choice" textValue={label}>
      {({ isSelected }) => (
        <>
          <span className="player-check">{isSelected && <CheckIcon size={15} aria-hidden />}</span>
          <span className="player-choice-label">{label}</span>
          {detail !== undefined && <span className="player-choice-detail">{detail}</span>}
        </>
      )}
    </MenuItem>
  );
}

function onOne(keys: Selection, choose: (key: string) => void): void {
  if (keys === 'all') return;
  const [key] = keys;
  // Choosing the chosen one again leaves none, and changes nothing.
  if (key !== undefined) choose(String(key));
}
