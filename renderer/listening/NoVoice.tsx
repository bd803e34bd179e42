// What is said where the system has no voice, or none for the article's language: how to add one, and what can be done without.
import type { ReactNode } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, VoiceIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { listenFromHere, stopListening, useListening } from './listening.ts';
import { languageName } from '../ui/languageName.ts';
import { VoicePopover } from './PlayerMenus.tsx';
import { languageOf } from './voices.ts';

/** Draws the message in the place of the player. */
export function NoVoice(): ReactNode {
  const state = useListening((listening) => listening.state);
  const lang = useListening((listening) => listening.lang);
  const isForeign = state === 'foreign';
  const how = howToAdd(navigator.userAgent);
  const language = languageName(languageOf(lang));
  return (
    <section className="player no-voice" aria-label={words.listening.player}>
      <div role="status">
        <h2>{isForeign ? words.listening.foreignTitle({ language }) : words.listening.noVoiceTitle}</h2>
        <p>{isForeign ? words.listening.foreign({ language, how }) : words.listening.noVoice({ how })}</p>
      </div>
      <div className="no-voice-actions">
        <button type="button" className="button button-small" onClick={listenFromHere}>
          {words.listening.lookAgain}
        </button>
        {isForeign && (
          <MenuTrigger>
            <Button className="button button-small">
              <VoiceIcon size={15} aria-hidden />
              {words.listening.chooseVoice}
            </Button>
            <VoicePopover />
          </MenuTrigger>
        )}
        <IconButton label={words.listening.stop} run={stopListening}>
          <CloseIcon size={18} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}

function howToAdd(userAgent: string): string {
  if (userAgent.includes('Windows')) return words.listening.howWindows;
  return userAgent.includes('Mac') ? words.listening.howMac : words.listening.howLinux;
}
