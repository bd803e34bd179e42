// Commands about words, images and the article outside of the window.
import type { ArticleId } from '#contract/article.ts';
import { citeSelection } from '../../reader/citing.ts';
import { hasImages, openFirstImage } from '../../viewer/viewer.ts';
import { openLookUp } from '../../lookup/lookUpState.ts';
import { useOpenFrame } from '../../reader/frame/openFrame.ts';
import { CiteIcon, FolderIcon, ImageIcon, LookUpIcon, PdfIcon, PrintIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { call } from '../client.ts';
import { inReader, key, mod, type Command } from '../command.ts';
import { useView } from '../navigation.ts';
import { say } from '../toasts.ts';

const isOpen = (): boolean => inReader() && useOpenFrame.getState().open !== undefined;

function onOpen(act: (id: ArticleId) => Promise<unknown>): () => void {
  return () => {
    const { article } = useView.getState();
    if (article !== null) attempt(act(article));
  };
}

async function writePdf(id: ArticleId): Promise<void> {
  const file = await call('article.pdf', { id });
  if (file !== null) say({ text: words.paper.written({ file }) });
}

/** In the order in which they are listed. */
export const lookUpCommands: readonly Command[] = [
  {
    id: 'lookup.open',
    title: words.lookUp.command,
    shortcuts: [key('d')],
    where: ['reader'],
    group: 'read',
    isAvailable: isOpen,
    run: openLookUp,
    icon: LookUpIcon,
    bars: ['selection'],
  },
  {
    id: 'image.open',
    title: words.viewer.command,
    shortcuts: [key('i')],
    where: ['reader'],
    group: 'read',
    isAvailable: () => isOpen() && hasImages(),
    run: openFirstImage,
    icon: ImageIcon,
  },
  {
    id: 'article.cite',
    title: words.paper.cite,
    shortcuts: [key('c')],
    where: ['reader'],
    group: 'read',
    isAvailable: isOpen,
    run: () => attempt(citeSelection()),
    icon: CiteIcon,
    bars: ['selection'],
  },
  {
    id: 'article.print',
    title: words.paper.print,
    shortcuts: [mod('p')],
    where: ['reader'],
    group: 'article',
    menu: 'article',
    isAvailable: inReader,
    run: onOpen((id) => call('article.print', { id })),
    icon: PrintIcon,
  },
  {
    id: 'article.pdf',
    title: words.paper.pdf,
    shortcuts: [],
    where: ['reader'],
    group: 'article',
    menu: 'article',
    isAvailable: inReader,
    run: onOpen(writePdf),
    icon: PdfIcon,
  },
  {
    id: 'article.reveal',
    title: words.paper.reveal,
    shortcuts: [],
    where: ['reader'],
    group: 'article',
    menu: 'article',
    isAvailable: inReader,
    run: onOpen((id) => call('article.reveal', { id })),
    icon: FolderIcon,
  },
];
