// Writes what the timeline shows to a file, in a form that the person chooses.
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { EXPORT_FORMATS, type Exported, type ExportFormat } from '#contract/exporting.ts';
import type { Axis, TimelineFilter } from '#contract/post.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { ExportIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';

/** What is written. */
export interface ExportMenuProps {
  readonly axis: Axis;
  readonly filter: TimelineFilter;
}

/** Draws the button and its menu. */
export function ExportMenu({ axis, filter }: ExportMenuProps): ReactNode {
  async function write(format: ExportFormat): Promise<void> {
    const exported = await call('timeline.export', { axis, filter, format });
    if (exported !== null) say({ text: exportedLine(exported) });
  }
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={words.timeline.export}>
        <ExportIcon size={17} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover export-popover" placement="bottom end">
        <Menu className="export-menu" aria-label={words.timeline.export}>
          {EXPORT_FORMATS.map((format) => (
            <MenuItem key={format} className="filter-value" onAction={() => attempt(write(format))}>
              <span className="filter-label">{words.timeline.exportFormats[format]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function exportedLine({ file, posts, leftOut }: Exported): string {
  const count = posts - leftOut;
  return leftOut === 0
    ? words.timeline.exported({ count, file })
    : words.timeline.exportedInPart({ count, file, leftOut });
}
