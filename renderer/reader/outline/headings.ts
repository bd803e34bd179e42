// The paragraphs of an article in; its headings, and which of them one is under, out.

/** A heading. */
export interface ArticleHeading {
  readonly title: string;
  /** 0 for the highest of the article, whatever the page called it. */
  readonly depth: number;
  /** Its index among the blocks. */
  readonly block: number;
}

/** The headings among the blocks, in reading order; a level that the page leaves out is left out here too. */
export function listHeadings(blocks: readonly Element[]): readonly ArticleHeading[] {
  const found = blocks.flatMap((element, block) => {
    const level = /^h([1-6])$/i.exec(element.nodeName)?.[1];
    const title = element.textContent.replace(/\s+/g, ' ').trim();
    return level === undefined || title === '' ? [] : [{ title, level: Number(level), block }];
  });
  const depths = nest(found.map(({ level }) => level));
  return found.map(({ title, block }, i) => ({ title, block, depth: depths[i] ?? 0 }));
}

/** How deep each of so many levels stands: one deeper than the nearest before it that is higher. */
export function nest(levels: readonly number[]): readonly number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length - 1;
  });
}

/** Which heading a block stands under; -1 before the first. */
export function headingAt(headings: readonly ArticleHeading[], block: number): number {
  return headings.findLastIndex((heading) => heading.block <= block);
}
