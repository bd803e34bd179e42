// The bar under an article that is listened to: play and pause, the ways through the text, speed, voice, when to stop; and what to do where the
// system has no voice that can read it.
import { useEffect, type ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { listen } from '../app/client.ts';
import { useOpenFrame } from '../reader/frame/openFrame.ts';
import { formatMinutes } from '../ui/dates.ts';
import {
  CloseIcon,
  FollowIcon,
  NextParagraphIcon,
  NextSentenceIcon,
  PauseIcon,
  PreviousParagraphIcon,
  PreviousSentenceIcon,
  ResumeIcon,
} from '../ui/icons.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { words } from '../ui/words.ts';
import {
  backToSpoken,
  enterArticle,
  noteVoices,
  pressMediaKey,
  skipParagraph,
  skipSentence,
  stopListening,
  toggleListening,
  useListening,
} from './listening.ts';
import { NoVoice } from './NoVoice.tsx';
import { SleepMenu, SpeedMenu, VoiceMenu } from './PlayerMenus.tsx';
import { watchVoices } from './systemSpeaker.ts';
import './ListeningPlayer.css';

const ICON = 18;

/** Draws the bar; nothing while nothing is listened to. */
export function ListeningPlayer(): ReactNode {
  const open = useOpenFrame((store) => store.open);
  const page = open?.page;
  const state = useListening((listening) => listening.state);

  // The same document may be told of anew, as when its card changes; what is read goes on.
  useEffect(() => {
    const drawn = useOpenFrame.getState().open;
    return page === undefined || drawn === undefined ? undefined : enterArticle(drawn);
  }, [page]);
  useEffect(() => watchVoices(noteVoices), []);
  useEffect(
    () =>
      listen((happening) => {
        if (happening.name === 'media.pressed') pressMediaKey(happening.payload.key);
      }),
    [],
  );

  if (state === 'off') return null;
  if (state === 'foreign' || state === 'voiceless') return <NoVoice />;
  return <Player />;
}

function Player(): ReactNode {
  const state = useListening((listening) => listening.state);
  const isPlaying = state === 'playing';
  return (
    <div className="player">
      <BackToSpoken />
      <Toolbar className="player-bar" aria-label={words.listening.player}>
        <div className="player-steps">
          <IconButton label={words.listening.previousParagraph} run={() => skipParagraph(-1)}>
            <PreviousParagraphIcon size={ICON} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton label={words.listening.previousSentence} run={() => skipSentence(-1)}>
            <PreviousSentenceIcon size={ICON} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <button
            type="button"
            className="player-play"
            title={isPlaying ? words.listening.pause : words.listening.play}
            aria-label={isPlaying ? words.listening.pause : words.listening.play}
            onClick={toggleListening}
          >
            {isPlaying ? <PauseIcon size={20} aria-hidden /> : <ResumeIcon size={20} aria-hidden />}
          </button>
          <IconButton label={words.listening.nextSentence} run={() => skipSentence(1)}>
            <NextSentenceIcon size={ICON} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton label={words.listening.nextParagraph} run={() => skipParagraph(1)}>
            <NextParagraphIcon size={ICON} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
        <Told />
        <div className="player-menus">
          <SpeedMenu />
          <VoiceMenu />
          <SleepMenu />
          <IconButton label={words.listening.stop} run={stopListening}>
            <CloseIcon size={ICON} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
      </Toolbar>
    </div>
  );
}

/** What is going on, in words; what only counts down is not spoken of. */
function Told(): ReactNode {
  const state = useListening((listening) => listening.state);
  const minutes = useListening((listening) => Math.max(1, Math.ceil(listening.minutesLeft)));
  const messages = {
    loading: words.listening.loading,
    ended: words.listening.ended,
    failed: words.listening.failed,
  } as const;
  const message = state === 'loading' || state === 'ended' || state === 'failed' ? messages[state] : undefined;
  return (
    <p className="player-told" data-failed={state === 'failed'}>
      <span role="status">{message}</span>
      {message === undefined && words.listening.left({ minutes: formatMinutes(minutes) })}
    </p>
  );
}

function BackToSpoken(): ReactNode {
  const isAway = useListening((listening) => listening.isAway);
  if (!isAway) return null;
  return (
    <button type="button" className="button button-small player-back" onClick={backToSpoken}>
      <FollowIcon size={15} aria-hidden />
      {words.listening.back}
    </button>
  );
}
