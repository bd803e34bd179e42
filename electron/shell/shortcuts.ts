// Three things to begin with, where the system offers such of an app that need not run: the jump list of Windows, the dock's menu on a Mac. On Linux they stand in
// the desktop entry. Words in; nothing is decided here.
import { app, Menu } from 'electron';
import type { ShellWords } from '#contract/shellWords.ts';
import { argumentsAgain, TASKS, type Task } from './arguments.ts';

/** Offers them in these words; `begin` hears which was chosen in the dock. */
export function offerTasks(words: ShellWords, begin: (task: Task) => void): void {
  const titles: Readonly<Record<Task, string>> = {
    'new-save': words.newSave,
    queue: words.openQueue,
    'next-trip': words.openNextTrip,
  };
  if (process.platform === 'darwin')
    app.dock?.setMenu(Menu.buildFromTemplate(TASKS.map((task) => ({ label: titles[task], click: () => begin(task) }))));
  if (process.platform === 'win32') {
    const own = argumentsAgain(process.argv, app.isPackaged ? null : app.getAppPath());
    app.setUserTasks(
      TASKS.map((task) => ({
        program: process.execPath,
        arguments: [...own, `--${task}`].map((word) => `"${word}"`).join(' '),
        iconPath: process.execPath,
        iconIndex: 0,
        title: titles[task],
        description: '',
      })),
    );
  }
}
