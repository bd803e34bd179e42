/** Where the library lies, and how it comes to lie elsewhere. */
export const folders = {
  commandMove: 'Move the library to another folder or disk…',
  commandOpen: 'Open another library…',
  move: 'Move the library…',
  open: 'Open another library…',
  hint: 'Moving copies everything to the folder you choose, reads every file back, and only then uses the new one. The old library stays until you say what becomes of it.',
  named: 'This library was named when Layover was started (--library), so it cannot be moved or changed from here.',
  opening: 'Layover starts again with the other library.',
  noneTitle: 'There is no library in this folder yet',
  noneText:
    'Layover can make a new, empty library in {folder} and use it from now on. The library you have now stays as it is.',
  noneKeep: 'Leave it',
  noneGo: 'Make a library there',
  moved: 'The library was moved here on {date}. The old one is still in {folder}, complete and as it was then.',
  revealOld: 'Show the old one',
  trashOld: 'Move the old one to the trash…',
  keepOld: 'Keep it',
  trashTitle: 'Move the old library to the trash?',
  trashText:
    'The folder {folder} goes to the trash of your system, from where you can bring it back. The library you use now is another folder and stays.',
  trashKeep: 'Leave it',
  trashGo: 'Move to the trash',
  failed: 'The library was not moved, and is where it was. {reason}',
  failedAnyhow: 'What was copied was not complete or could not be given its name.',
  understood: 'All right',
} as const;
