// The system's menu, made of the commands that name one and of what only the system can do; sent again whenever what it shows has changed.
import type { MenuItem, MenuRole, SystemMenu } from '#contract/menu.ts';
import { words } from '../ui/words.ts';
import { attempt } from './articleActions.ts';
import { call } from './client.ts';
import type { MenuName } from './command.ts';
import { useCommandStates, type CommandState } from './commandStates.ts';
import { isMac } from './keyPress.ts';

// Opening an article changes several items one after another; one menu is enough.
const TOGETHER_MS = 150;

const SEPARATOR: MenuItem = { kind: 'separator' };
const role = (name: MenuRole): MenuItem => ({ kind: 'role', role: name, title: words.commandLists.roles[name] });

/** Keeps the system's menu as the commands are from now on; call once. */
export function keepMenu(): void {
  let sent = '';
  let waiting: number | undefined;
  const send = (): void => {
    waiting = undefined;
    const menus = listMenus(useCommandStates.getState().states);
    const text = JSON.stringify(menus);
    if (text === sent) return;
    sent = text;
    attempt(call('menu.set', { menus }));
  };
  useCommandStates.subscribe(() => {
    waiting ??= window.setTimeout(send, TOGETHER_MS);
  });
  send();
}

function listMenus(states: readonly CommandState[]): readonly SystemMenu[] {
  const menu = (name: MenuName | 'window', ...parts: readonly (readonly MenuItem[])[]): SystemMenu => ({
    title: words.commandLists.menus[name],
    role: name === 'window' || name === 'help' ? name : null,
    items: parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [SEPARATOR, ...part])),
  });
  const commands = (name: MenuName): readonly (readonly MenuItem[])[] => inGroups(states, name);
  return [
    menu('file', ...commands('file'), [role('savePage')], [role(isMac ? 'close' : 'quit')]),
    menu(
      'edit',
      ...commands('edit'),
      [role('undo'), role('redo')],
      (['cut', 'copy', 'paste', 'selectAll'] as const).map(role),
    ),
    menu('go', ...commands('go')),
    menu('article', ...commands('article')),
    menu('view', ...commands('view'), (['zoomIn', 'zoomOut', 'resetZoom'] as const).map(role), [
      role('togglefullscreen'),
    ]),
    menu('window', (['minimize', 'close'] as const).map(role)),
    menu('help', ...commands('help')),
  ];
}

/** The items of a menu, those of one group together, in the order in which the groups come first. */
function inGroups(states: readonly CommandState[], name: MenuName): readonly (readonly MenuItem[])[] {
  const groups = new Map<string, MenuItem[]>();
  for (const state of states) {
    const { command } = state;
    if (command.menu !== name) continue;
    const group = command.group ?? 'general';
    groups.set(group, [...(groups.get(group) ?? []), toItem(state)]);
  }
  return [...groups.values()];
}

function toItem({ command, label, isOn, isAvailable, shortcuts }: CommandState): MenuItem {
  return {
    kind: 'command',
    command: command.id,
    title: label,
    shortcut: shortcuts[0] ?? null,
    // What says in other words that it is on needs no mark.
    isOn: command.now === undefined ? (isOn ?? null) : null,
    isEnabled: isAvailable,
  };
}
