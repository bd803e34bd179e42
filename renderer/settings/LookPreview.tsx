// A sample of text in a document like an article's, with the reader's own style sheet, redrawn with every change of the settings.
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { TextLook } from '#contract/settings.ts';
import { dress, joinLook } from '../reader/look/dress.ts';
import { usePartedWords } from '../reader/look/usePartedWords.ts';
import { canPart, type KeepPlace } from '../reader/look/wordParting.ts';
import { language } from '../words/language.ts';
import { useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import picture from '../../resources/sample/timeline.svg';

// The same in every language.
const SAMPLE_CODE = 'layover save notes.example/night-train';

/** Nobody reads on in the sample, so there is no place to keep. */
const change: KeepPlace = (moveLines) => moveLines();

/** What is shown, and who is told whether words of the sample's language can be parted. */
export interface LookPreviewProps {
  readonly settings: TextLook;
  readonly onLanguageKnown: (canPart: boolean) => void;
}

/** Draws the sample. */
export function LookPreview({ settings, onLanguageKnown }: LookPreviewProps): ReactNode {
  const [page, setPage] = useState<Document>();
  const theme = useDrawnTheme(settings.theme);
  useEffect(() => {
    if (page !== undefined) dress(page, { ...joinLook(settings, null), theme });
  }, [page, settings, theme]);
  usePartedWords(page, settings.hyphenated, change);
  const content = page?.querySelector('.content');
  return (
    <>
      <iframe
        className="look-preview"
        sandbox="allow-same-origin"
        src="/specimen/"
        title={words.looks.preview}
        onLoad={({ currentTarget }) => {
          const loaded = currentTarget.contentDocument;
          if (loaded?.querySelector('.content') == null) return;
          loaded.documentElement.lang = language;
          loaded.documentElement.dir = document.documentElement.dir;
          loaded.documentElement.dataset['specimen'] = '';
          setPage(loaded);
          onLanguageKnown(canPart(loaded, language));
        }}
      />
      {content != null && createPortal(<Sample />, content)}
    </>
  );
}

function Sample(): ReactNode {
  const { looks } = words;
  return (
    <>
      <h2>{looks.sampleTitle}</h2>
      <p>{looks.sampleFirst}</p>
      <p>{looks.sampleSecond}</p>
      <blockquote>
        <p>{looks.sampleQuotation}</p>
      </blockquote>
      <h3>{looks.sampleHeading}</h3>
      <ul>
        {looks.sampleList.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <figure>
        <img src={picture} alt="" />
        <figcaption>{looks.sampleCaption}</figcaption>
      </figure>
      <pre>
        <code>{SAMPLE_CODE}</code>
      </pre>
    </>
  );
}
