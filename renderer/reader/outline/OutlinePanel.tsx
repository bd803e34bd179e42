// The headings of an article beside its text, the one that is being read marked; each leads there.
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { viewOf } from '../place/framePlace.ts';
import { useOpenFrame, type OpenFrame } from '../frame/openFrame.ts';
import { headingAt, listHeadings } from './headings.ts';
import { goToHeading, toggleOutline, useOutline } from './outline.ts';
import './OutlinePanel.css';

/** Draws the panel; nothing while it is hidden, or for an article with fewer than two headings. */
export function OutlinePanel(): ReactNode {
  const isShown = useOutline((outline) => outline.isShown);
  const open = useOpenFrame((store) => store.open);
  return isShown && open !== undefined ? <Headings open={open} /> : null;
}

function Headings({ open }: { readonly open: OpenFrame }): ReactNode {
  const headings = useMemo(() => listHeadings(open.blocks), [open.blocks]);
  const current = headingAt(headings, useBlockAtTop(open));
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (headings.length < 2) return null;
  return (
    <nav className="outline" aria-labelledby="outline-title">
      <header className="outline-head">
        <h2 id="outline-title">{words.outline.title}</h2>
        <IconButton label={words.outline.close} run={toggleOutline}>
          <CloseIcon size={17} aria-hidden />
        </IconButton>
      </header>
      <ul ref={list} className="outline-list" dir={open.article.dir} lang={open.article.lang ?? undefined}>
        {headings.map(({ title, depth, block }, i) => (
          <li key={block} style={depthOf(depth)}>
            <button
              type="button"
              className="outline-heading"
              aria-current={i === current ? 'location' : undefined}
              onClick={() => goToHeading(open.blocks, block)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What `OutlinePanel.css` indents a heading by. */
function depthOf(depth: number): CSSProperties {
  return Object.fromEntries([['--depth', String(Math.min(depth, 3))]]);
}

/** The block at the top of the view, looked at once a frame while the view moves. */
function useBlockAtTop({ page, blocks }: OpenFrame): number {
  const [block, setBlock] = useState(0);
  useEffect(() => {
    let frame: number | undefined;
    const look = (): void => {
      frame = undefined;
      setBlock(viewOf(page, blocks)?.block ?? 0);
    };
    const moved = (): void => {
      frame ??= window.requestAnimationFrame(look);
    };
    look();
    page.addEventListener('scroll', moved, { passive: true });
    page.defaultView?.addEventListener('resize', moved);
    return () => {
      if (frame !== undefined) window.cancelAnimationFrame(frame);
      page.removeEventListener('scroll', moved);
      page.defaultView?.removeEventListener('resize', moved);
    };
  }, [page, blocks]);
  return block;
}
