/** The image viewer. */
export const viewer = {
  command: 'Look at the images of the article',
  title: 'Image {at} of {count}',
  count: '{at} of {count}',
  open: 'Image {at} of {count}: {alt}',
  openPlain: 'Image {at} of {count}',
  fit: 'Fit to the window',
  actual: 'Show at actual size',
  larger: 'Larger',
  smaller: 'Smaller',
  next: 'Next image',
  previous: 'Previous image',
  reveal: 'Show in file manager',
  close: 'Close the images',
  scale: '{percent, number} %',
  failed: 'This image could not be shown. Its file may be gone from the disk; save the article again to fetch it.',
  area: 'The image. Arrow keys move it when it is larger than the window.',
} as const;

/** What is taken out of an article: copies with their source, paper, files. */
export const paper = {
  print: 'Print the article',
  pdf: 'Write the article as a PDF…',
  written: 'Written: {file}',
  reveal: 'Show the article’s folder in the file manager',
  cite: 'Copy with its source',
  cited: 'Copied with its source.',
  citedAlone: 'Copied a reference to the article.',
  accessed: 'saved {date}',
  settingTitle: 'Copying',
  citation: 'How a copy names its source',
  plain: 'Plain text',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
} as const;
