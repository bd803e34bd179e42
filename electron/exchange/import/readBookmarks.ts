// Bookmarks in the form that Netscape gave them (NETSCAPE-Bookmark-file-1) come in, as any browser or service writes it: nothing but links
// and folders is ever closed. The links go out, and the feeds among them.
import type { Draft } from './finding.ts';
import { markupTokens, type MarkupToken } from './markupTokens.ts';

type OpenTag = Extract<MarkupToken, { readonly kind: 'open' }>;

// Deeper folders count as the one they lie in.
const MOST_DEPTH = 100;
const ROOTS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder', 'toolbar', 'bookmarks_menu'];

/** Reads the bookmarks. */
export function* readBookmarks(text: string): Generator<Draft> {
  const reader = new BookmarkReader();
  for (const token of markupTokens(text, 'html')) {
    yield* reader.take(token);
  }
  yield* reader.finish();
}

class BookmarkReader {
  // `null` stands for a list that is no folder of the person's.
  private readonly folders: (string | null)[] = [];
  private ignoredDepth = 0;
  private nextFolder: string | null = null;
  private link: OpenTag | null = null;
  private title = '';
  private note = '';
  private part: 'link' | 'folder' | 'note' | 'nothing' = 'nothing';
  private row = 0;

  *take(token: MarkupToken): Generator<Draft> {
    if (token.kind === 'text') {
      this.addText(token.text);
      return;
    }
    const { name } = token;
    const endsItem =
      name === 'dl' || (token.kind === 'open' && (name === 'a' || name === 'h3' || name === 'dt' || name === 'hr'));
    if (endsItem) yield* this.finish();
    if (token.kind === 'close') {
      if (name === 'a' || name === 'h3') this.part = 'nothing';
      if (name === 'dl') this.leaveFolder();
    } else {
      this.open(token);
    }
  }

  /** What was begun is done. */
  *finish(): Generator<Draft> {
    const link = this.link;
    this.part = 'nothing';
    if (link === null) return;
    this.link = null;
    this.row += 1;
    yield* this.itemsOf(link);
  }

  private open(token: OpenTag): void {
    switch (token.name) {
      case 'a':
        this.link = token;
        this.title = '';
        this.note = '';
        this.part = 'link';
        break;
      case 'h3':
        this.nextFolder = ROOTS.some((root) => token.attributes.get(root)?.toLowerCase() === 'true') ? null : '';
        this.part = this.nextFolder === null ? 'nothing' : 'folder';
        break;
      case 'dl':
        if (this.folders.length < MOST_DEPTH) this.folders.push(this.nextFolder);
        else this.ignoredDepth += 1;
        this.nextFolder = null;
        break;
      case 'dd':
        this.part = this.link === null ? 'nothing' : 'note';
        break;
      default:
        if (token.name === 'br' && this.part === 'note') this.note += '\n';
    }
  }

  private addText(text: string): void {
    if (this.part === 'link') this.title += text;
    else if (this.part === 'note') this.note += text;
    else if (this.part === 'folder') this.nextFolder = `${this.nextFolder ?? ''}${text}`;
  }

  private leaveFolder(): void {
    if (this.ignoredDepth > 0) this.ignoredDepth -= 1;
    else this.folders.pop();
  }

  private *itemsOf({ attributes }: OpenTag): Generator<Draft> {
    const { row, title, note } = this;
    const folders = this.folders.flatMap((folder) => (folder === null ? [] : [folder]));
    const feed = attributes.get('feedurl');
    if (feed !== undefined) yield { kind: 'feed', address: feed, title, folders };
    if (feed !== undefined || attributes.get('feed')?.toLowerCase() === 'true') {
      yield { kind: 'skip', row, label: title, skip: 'a-feed' };
      return;
    }
    yield {
      kind: 'item',
      row,
      address: attributes.get('href') ?? null,
      title,
      note,
      saved: attributes.get('add_date') ?? attributes.get('time_added') ?? null,
      tags: (attributes.get('tags') ?? '').split(','),
      folders: [folders],
      // Only those who mark what is to be read write it down for the rest.
      archived: attributes.get('toread') === '0',
    };
  }
}
