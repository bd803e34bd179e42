// The voices of the system, through the browser's own `speechSynthesis`, as a speaker: one short utterance at a time, and never its `pause`, which
// some voices do not come back from.
import type { SpeakFailure, Speaker } from './listener.ts';
import { withoutTimbres } from './voices.ts';

/** How long a system that loads its voices slowly is waited for before it is said to have none; voices that come later are taken all the same. */
const LOADING_MS = 4000;

/** The voices of the system, as they are at this moment, each in its own timbre. */
export function systemVoices(): readonly SpeechSynthesisVoice[] {
  return withoutTimbres(window.speechSynthesis.getVoices());
}

/** The voices once the system has told them; empty where it has none. */
export async function loadVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  // The first question makes the system look; the answer comes later, and on a system without voices never.
  if (systemVoices().length > 0) return systemVoices();
  await new Promise<void>((ready) => {
    const timer = window.setTimeout(finish, LOADING_MS);
    function finish(): void {
      window.clearTimeout(timer);
      window.speechSynthesis.removeEventListener('voiceschanged', finish);
      ready();
    }
    window.speechSynthesis.addEventListener('voiceschanged', finish);
  });
  return systemVoices();
}

/** Tells whenever voices come or go, until the returned function is called. */
export function watchVoices(changed: () => void): () => void {
  window.speechSynthesis.addEventListener('voiceschanged', changed);
  return () => window.speechSynthesis.removeEventListener('voiceschanged', changed);
}

/** Makes the speaker of this window. */
export function createSystemSpeaker(): Speaker {
  // An utterance that nothing holds may be collected before its end is told.
  let held: SpeechSynthesisUtterance | undefined;
  return {
    speak({ text, lang, voice, rate }, events) {
      const own = systemVoices().find(({ name }) => name === voice);
      if (own === undefined) {
        events.failed('voice-gone');
        return;
      }
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = own;
      // With a voice of another language its own is what it can say.
      utterance.lang = own.lang === '' ? lang : own.lang;
      utterance.rate = rate;
      utterance.addEventListener('start', () => events.started());
      utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
        if (name !== 'sentence') events.word(charIndex, charLength ?? 0);
      });
      utterance.addEventListener('end', () => events.ended());
      utterance.addEventListener('error', ({ error }) => events.failed(failureOf(error)));
      held = utterance;
      // A window that was paused by somebody else says nothing until it is resumed.
      window.speechSynthesis.resume();
      window.speechSynthesis.speak(held);
    },
    cancel() {
      held = undefined;
      window.speechSynthesis.cancel();
    },
  };
}

function failureOf(error: SpeechSynthesisErrorCode): SpeakFailure {
  if (error === 'canceled' || error === 'interrupted') return 'interrupted';
  if (error === 'voice-unavailable' || error === 'language-unavailable') return 'voice-gone';
  return 'failed';
}
