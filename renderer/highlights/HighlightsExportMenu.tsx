// Writes highlights to a file, in a form that the person chooses.
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ArticleId } from '#contract/article.ts';
import { HIGHLIGHT_FORMATS, type HighlightFormat } from '#contract/highlight.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { ExportIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';

/** What is written: of one article or of all, and of those only some, when they are named. */
export interface HighlightsExportMenuProps {
  readonly articleId: ArticleId | null;
  readonly only?: readonly string[];
}

/** Draws the button and its menu. */
export function HighlightsExportMenu({ articleId, only }: HighlightsExportMenuProps): ReactNode {
  const labels: Readonly<Record<HighlightFormat, string>> = {
    markdown: words.highlights.view.asMarkdown,
    json: words.highlights.view.asJson,
  };
  async function write(format: HighlightFormat): Promise<void> {
    const chosen = only === undefined ? {} : { only };
    const written = await call('highlights.export', { format, articleId, ...chosen });
    if (written === null) return;
    say({ text: words.highlights.view.exported({ count: written.highlights, file: written.file }) });
  }
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={words.highlights.view.export}>
        <ExportIcon size={17} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover export-popover" placement="bottom end">
        <Menu className="export-menu" aria-label={words.highlights.view.export}>
          {HIGHLIGHT_FORMATS.map((format) => (
            <MenuItem key={format} className="filter-value" onAction={() => attempt(write(format))}>
              <span className="filter-label">{labels[format]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
