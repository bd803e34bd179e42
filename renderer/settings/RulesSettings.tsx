// The rules for what is saved: each with what it is about and what it does; whatever is wrong with one is said beside it.
import { useMemo, useState, type ReactNode } from 'react';
import { readFilters } from '#contract/query/compileQuery.ts';
import { toTag } from '#contract/tags.ts';
import { MOST_VIEWS, type Rule, type RuleActions } from '#contract/views.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { newId } from '../app/newId.ts';
import { sayDone } from '../app/undo.ts';
import { sayOutcome } from '../library/bulk.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { faultText } from '../ui/failureText.ts';
import { AddIcon, EarlierIcon, RemoveIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './RulesSettings.css';

const FLAGS = ['star', 'archive', 'markRead'] as const;

/** Draws the part of the settings. */
export function RulesSettings(): ReactNode {
  const rules = useMirror(({ settings }) => settings.rules);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const keep = (next: readonly Rule[]): void => attempt(changeSettings({ rules: next }));
  return (
    <section className="settings-part">
      <h2>{words.rules.title}</h2>
      <p className="settings-hint">{words.rules.lead}</p>
      {rules.length === 0 && <p className="settings-hint">{words.rules.none}</p>}
      <ul className="rules">
        {rules.map((rule, at) => (
          <RuleForm
            key={rule.id}
            rule={rule}
            isFirst={at === 0}
            isReadOnly={isReadOnly}
            change={(change) => keep(rules.map((each) => (each.id === rule.id ? { ...each, ...change } : each)))}
            up={() => keep(rules.toSpliced(at, 1).toSpliced(at - 1, 0, rule))}
            remove={() => {
              keep(rules.toSpliced(at, 1));
              sayDone({
                label: words.rules.removed({ name: rule.name }),
                undo: () => changeSettings({ rules }),
              });
            }}
          />
        ))}
      </ul>
      {!isReadOnly && rules.length < MOST_VIEWS && (
        <button
          type="button"
          className="button button-small"
          onClick={() =>
            keep([...rules, { id: newId(), name: words.rules.newName, isOn: false, when: '', actions: {} }])
          }
        >
          <AddIcon size={15} aria-hidden />
          {words.rules.add}
        </button>
      )}
    </section>
  );
}

interface RuleFormProps {
  readonly rule: Rule;
  readonly isFirst: boolean;
  readonly isReadOnly: boolean;
  readonly change: (change: Partial<Omit<Rule, 'id'>>) => void;
  readonly up: () => void;
  readonly remove: () => void;
}

function RuleForm({ rule, isFirst, isReadOnly, change, up, remove }: RuleFormProps): ReactNode {
  const { id, name, isOn, when, actions } = rule;
  const [opened] = useState(() => new Date());
  const { problems, node } = useMemo(() => readFilters(when, opened), [when, opened]);
  const hasActions = Object.keys(actions).length > 0;
  const act = (next: RuleActions): void => change({ actions: next });
  return (
    <li className="rule">
      <fieldset disabled={isReadOnly}>
        <legend className="visually-hidden">{name}</legend>
        <div className="rule-line">
          <input
            type="checkbox"
            checked={isOn}
            disabled={node === null || !hasActions}
            aria-label={words.rules.isOn({ name })}
            onChange={({ target: { checked } }) => change({ isOn: checked })}
          />
          <TextSetting
            label={words.rules.name}
            value={name}
            keep={(typed) => {
              if (typed.trim() !== '') change({ name: typed.trim() });
            }}
          />
          <button
            type="button"
            className="icon-button"
            disabled={isFirst}
            aria-label={words.rules.up({ name })}
            title={words.rules.up({ name })}
            onClick={up}
          >
            <EarlierIcon size={15} aria-hidden />
          </button>
          <IconButton label={words.rules.remove({ name })} run={remove}>
            <RemoveIcon size={15} aria-hidden />
          </IconButton>
        </div>
        <TextSetting label={words.rules.when} value={when} keep={(typed) => change({ when: typed.trim() })} />
        <p className="settings-hint" role="status">
          {problems.length === 0 ? words.rules.whenHint : problems.map(faultText).join(' ')}
        </p>
        <TextSetting
          label={words.rules.tags}
          value={(actions.addTags ?? []).join(', ')}
          keep={(typed) => act(withTagsOf(actions, typed))}
        />
        <div className="rule-line">
          {FLAGS.map((flag) => (
            <label key={flag}>
              <input
                type="checkbox"
                checked={actions[flag] === true}
                onChange={({ target: { checked } }) => act(withFlag(actions, flag, checked))}
              />
              {words.rules[flag]}
            </label>
          ))}
        </div>
        {!hasActions && <p className="settings-hint">{words.rules.noActions}</p>}
        <button
          type="button"
          className="button button-small"
          disabled={node === null || !hasActions}
          onClick={() =>
            attempt(call('rules.apply', { id }).then((outcome) => sayOutcome(outcome, words.rules.applied)))
          }
        >
          {words.rules.apply}
        </button>
      </fieldset>
    </li>
  );
}

/** A text that is kept when the person leaves the field or presses Enter, not at every letter. */
interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  readonly keep: (typed: string) => void;
}

function TextSetting({ label, value, keep }: TextSettingProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const done = (): void => {
    if (typed !== undefined && typed !== value) keep(typed);
    setTyped(undefined);
  };
  return (
    <label className="rule-text">
      {label}
      <input
        className="field"
        type="text"
        spellCheck={false}
        dir={(typed ?? value) === '' ? undefined : 'auto'}
        value={typed ?? value}
        onChange={({ target: { value: next } }) => setTyped(next)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
        }}
      />
    </label>
  );
}

function withTagsOf(actions: RuleActions, typed: string): RuleActions {
  const tags = typed.split(',').flatMap((part) => toTag(part) ?? []);
  const others = without(actions, 'addTags');
  return tags.length === 0 ? others : { ...others, addTags: [...new Set(tags)] };
}

function withFlag(actions: RuleActions, flag: (typeof FLAGS)[number], isOn: boolean): RuleActions {
  const others = without(actions, flag);
  return isOn ? { ...others, [flag]: true } : others;
}

function without(actions: RuleActions, gone: keyof RuleActions): RuleActions {
  return Object.fromEntries(Object.entries(actions).filter(([name]) => name !== gone));
}
