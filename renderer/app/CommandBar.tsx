// All commands of a bar as a row of buttons, set apart by what they are about; what has no room is in a menu at the end of the row.
import { Fragment, type ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, Toolbar } from 'react-aria-components';
import { CheckIcon, MoreIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { COMMAND_GROUPS, type BarName } from './command.ts';
import { CommandButton } from './CommandButton.tsx';
import { perform } from './commands.ts';
import { useCommandStates, type CommandState } from './commandStates.ts';
import { showShortcut } from './keyPress.ts';
import './CommandBar.css';

/** What a bar needs to know. */
export interface CommandBarProps {
  readonly bar: BarName;
  /** What the bar is called. */
  readonly label: string;
  /** How many buttons have room, the one for more included; all when left out. */
  readonly room?: number;
}

/** Draws the bar; nothing when none of its commands makes sense. */
export function CommandBar({ bar, label, room = Number.POSITIVE_INFINITY }: CommandBarProps): ReactNode {
  const states = useCommandStates((all) => all.states);
  const shown = COMMAND_GROUPS.flatMap((group) =>
    states.filter(
      ({ command, isAvailable }) =>
        isAvailable && command.bars?.includes(bar) === true && groupOf({ command }) === group,
    ),
  );
  if (shown.length === 0) return null;
  const fitting = shown.length <= room ? shown.length : Math.max(0, room - 1);
  return (
    <Toolbar className="command-bar" aria-label={label}>
      {inGroups(shown.slice(0, fitting)).map((group, i) => (
        <Fragment key={group[0]?.command.id}>
          {i > 0 && <span className="command-divider" aria-hidden />}
          {group.map(({ command: { id } }) => (
            <CommandButton key={id} id={id} />
          ))}
        </Fragment>
      ))}
      {fitting < shown.length && <MoreMenu states={shown.slice(fitting)} />}
    </Toolbar>
  );
}

function MoreMenu({ states }: { readonly states: readonly CommandState[] }): ReactNode {
  return (
    <MenuTrigger>
      <Button className="icon-button command-button" aria-label={words.commandLists.more}>
        <MoreIcon size={18} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover command-popover" placement="bottom end">
        <Menu className="command-menu" aria-label={words.commandLists.more}>
          {inGroups(states).map((group, i) => (
            <Fragment key={group[0]?.command.id}>
              {i > 0 && <Separator className="command-separator" />}
              <MenuSection aria-label={words.commandLists.groups[groupOf(group[0])]}>
                {group.map((state) => (
                  <MoreItem key={state.command.id} state={state} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function MoreItem({
  state: { command, label, icon: Icon, isOn, shortcuts },
}: {
  readonly state: CommandState;
}): ReactNode {
  const [first] = shortcuts;
  const saysOn = command.now === undefined && isOn === true;
  return (
    <MenuItem id={command.id} className="command-item" textValue={label} onAction={() => perform(command)}>
      {Icon === undefined ? <span /> : <Icon size={17} strokeWidth={1.75} aria-hidden />}
      <span className="command-label">
        {label}
        {saysOn && <CheckIcon size={15} aria-label={words.commandLists.on} />}
      </span>
      {first !== undefined && <kbd>{showShortcut(first)}</kbd>}
    </MenuItem>
  );
}

function groupOf(state: Pick<CommandState, 'command'> | undefined): (typeof COMMAND_GROUPS)[number] {
  return state?.command.group ?? 'general';
}

/** Those of one group stand together; the order stays. */
function inGroups(states: readonly CommandState[]): readonly (readonly CommandState[])[] {
  return COMMAND_GROUPS.map((group) => states.filter((state) => groupOf(state) === group)).filter(
    (group) => group.length > 0,
  );
}
