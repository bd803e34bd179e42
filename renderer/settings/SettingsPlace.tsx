// How the person likes it: reading with a live preview, the library's facts, the keys.
import type { ReactNode } from 'react';
import { useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';
import { BackupSettings } from '../exchange/BackupSettings.tsx';
import { BrowserSettings } from './BrowserSettings.tsx';
import { LanguageSetting } from './LanguageSetting.tsx';
import { CopyingSettings } from './CopyingSettings.tsx';
import { DictionarySettings } from './DictionarySettings.tsx';
import { FeedsSettings } from '../feeds/FeedsSettings.tsx';
import { HealthSettings } from '../health/HealthSettings.tsx';
import { LibraryFacts } from './LibraryFacts.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import { RulesSettings } from './RulesSettings.tsx';
import { SavingSettings } from './SavingSettings.tsx';
import { TimeSettings } from './TimeSettings.tsx';
import { UpdateSettings } from './UpdateSettings.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import './SettingsPlace.css';

/** Draws the settings. */
export function SettingsPlace(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  return (
    // It scrolls by itself and may have the focus, so that keys can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="settings" tabIndex={0} role="region" aria-label={words.places.settings}>
      <header className="place-header">
        <h1>{words.places.settings}</h1>
        {isReadOnly && <p className="settings-hint">{words.settings.readOnly[because]}</p>}
      </header>
      <ReadingSettings />
      <LanguageSetting />
      <DictionarySettings />
      <CopyingSettings />
      <TimeSettings />
      <SavingSettings />
      <RulesSettings />
      <FeedsSettings />
      <BrowserSettings />
      <BackupSettings />
      <LibraryFacts />
      <UpdateSettings />
      <HealthSettings />
      <ShortcutList />
    </div>
  );
}
