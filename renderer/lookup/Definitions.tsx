// What the dictionaries say of a word: their own lines, drawn as text, with words in them that can be followed.
import type { ReactNode } from 'react';
import type { DefinitionBlock, DefinitionRun, FoundDefinition, LookUp } from '#contract/dictionary.ts';
import { call } from '../app/client.ts';
import { goTo } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { languageName } from '../ui/languageName.ts';
import { words } from '../ui/words.ts';
import { followWord } from './lookUpState.ts';

/** Draws the definitions of `word`; `lang` is the language of the text it stands in. */
export function Definitions({ word, lang }: { readonly word: string; readonly lang: string | null }): ReactNode {
  const answer = useAnswer(`${lang} ${word}`, () => call('dictionary.lookUp', { word, lang }));
  if (answer.state === 'waiting') {
    return (
      <p className="look-up-note" role="status">
        {words.lookUp.searching}
      </p>
    );
  }
  if (answer.state === 'failed') return <FailureLines title={words.lookUp.failed} {...answer} />;
  const { found, failures } = answer.value;
  return (
    <section aria-label={words.lookUp.definitions}>
      {found.map((each, index) => (
        <Entry key={index} entry={each} isNamed={each.dictionary !== found[index - 1]?.dictionary} />
      ))}
      {found.length === 0 && <NothingFound word={word} lang={lang} result={answer.value} />}
      {failures.map(({ dictionary, reason }) => (
        <p key={dictionary} className="look-up-failure">
          {words.lookUp.unreadable({ title: dictionary, reason })}
        </p>
      ))}
    </section>
  );
}

function Entry({ entry, isNamed }: { readonly entry: FoundDefinition; readonly isNamed: boolean }): ReactNode {
  const { headword, dictionary, lang, blocks, isCut } = entry;
  return (
    <article className="look-up-entry" lang={lang ?? undefined}>
      {isNamed && (
        <p className="look-up-source" dir="auto">
          {dictionary}
        </p>
      )}
      <h3 className="look-up-headword" dir="auto">
        {headword}
      </h3>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      {isCut && <p className="look-up-note">{words.lookUp.cut}</p>}
    </article>
  );
}

function Block({ block }: { readonly block: DefinitionBlock }): ReactNode {
  const { kind, depth, number, runs } = block;
  return (
    <p className={`look-up-block look-up-${kind}`} data-depth={depth} dir="auto">
      {kind === 'item' && <span className="look-up-number">{number === null ? '·' : `${number}.`}</span>}
      <span>
        {runs.map((run, index) => (
          <Run key={index} run={run} />
        ))}
      </span>
    </p>
  );
}

function Run({ run: { text, mark } }: { readonly run: DefinitionRun }): ReactNode {
  switch (mark) {
    case 'strong':
      return <strong>{text}</strong>;
    case 'emphasis':
      return <em>{text}</em>;
    case 'see':
      return (
        <button
          type="button"
          className="look-up-see"
          aria-label={words.lookUp.follow({ word: text.trim() })}
          onClick={() => followWord(text)}
        >
          {text}
        </button>
      );
    default:
      return text;
  }
}

interface NothingFoundProps {
  readonly word: string;
  readonly lang: string | null;
  readonly result: LookUp;
}

function NothingFound({ word, lang, result }: NothingFoundProps): ReactNode {
  const { asked, hasLanguage, nearest } = result;
  const isLacking = asked === 0 || (lang !== null && !hasLanguage);
  return (
    <div role="status">
      {asked > 0 && <p className="look-up-note">{words.lookUp.nothing({ word })}</p>}
      {nearest.length > 0 && (
        <>
          <p className="look-up-note">{words.lookUp.nearest}</p>
          <ul className="look-up-nearest">
            {nearest.map((each) => (
              <li key={each}>
                <button type="button" className="button button-small" onClick={() => followWord(each)}>
                  {each}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {isLacking && (
        <div className="look-up-lacking">
          <p className="look-up-note">
            {asked === 0 ? words.lookUp.noDictionary : words.lookUp.noLanguage({ language: languageName(lang ?? '') })}
          </p>
          <button type="button" className="button button-small" onClick={() => goTo('settings')}>
            {words.lookUp.addDictionary}
          </button>
        </div>
      )}
    </div>
  );
}
