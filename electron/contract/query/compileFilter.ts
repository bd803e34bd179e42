// A filter and the columns of a library in; a test of its rows out, which looks at a number or two a row. Pure.
import {
  isArchived,
  isPartialRow,
  isStarred,
  kindOf,
  lacksPages,
  NO_DATE,
  tagsOf,
  type ArticleColumns,
} from '#contract/columns.ts';
import { unreachable } from '#contract/errors.ts';
import { foldTag } from '#contract/tags.ts';
import type { Filter } from './node.ts';

/** Tells of a row whether it passes. The columns must not change meanwhile. An article without a date passes no test of that date. */
export function compileFilter(filter: Filter, columns: ArticleColumns): (row: number) => boolean {
  switch (filter.by) {
    case 'site': {
      const fits = columns.sites.map(({ name, host }) => isOfSite(filter.value, name, host));
      return (row) => fits[columns.site[row] ?? 0] === true;
    }
    case 'lang': {
      const fits = columns.langs.map((lang) => isLanguage(filter.value, lang));
      return (row) => fits[columns.lang[row] ?? 0] === true;
    }
    case 'tag': {
      const { value } = filter;
      const fits = columns.tagSets.map((tags) =>
        value === null ? tags.length === 0 : tags.some((tag) => foldTag(tag) === value),
      );
      return (row) => fits[columns.tags[row] ?? 0] === true;
    }
    case 'kind':
      return (row) => kindOf(columns, row) === filter.value;
    case 'is':
      return stateTest(filter.value, columns);
    case 'missing': {
      const { value } = filter;
      if (value === 'images') return (row) => (columns.imagesMissing[row] ?? 0) > 0;
      return value === 'pages' ? (row) => lacksPages(columns, row) : (row) => columns.words[row] === 0;
    }
    case 'saved': {
      const [from, before] = [filter.from * 60_000, filter.before * 60_000];
      return (row) => (columns.saved[row] ?? NaN) >= from && (columns.saved[row] ?? NaN) < before;
    }
    case 'published':
    case 'updated':
    case 'read': {
      const dates = columns[filter.by];
      const { from, before } = filter;
      return (row) => {
        const date = dates[row] ?? NO_DATE;
        return date !== NO_DATE && date >= from && date < before;
      };
    }
    case 'words':
    case 'minutes':
    case 'images':
    case 'related':
    case 'size': {
      const numbers = { ...columns, images: columns.imagesFound, size: columns.kilobytes }[filter.by];
      const { least, most } = filter;
      return (row) => (numbers[row] ?? 0) >= least && (numbers[row] ?? 0) <= most;
    }
    default:
      return unreachable(filter);
  }
}

function stateTest(state: Extract<Filter, { by: 'is' }>['value'], columns: ArticleColumns): (row: number) => boolean {
  const isRead = (row: number): boolean => columns.read[row] !== NO_DATE;
  const isWaiting = (row: number): boolean => !isRead(row) && !isArchived(columns, row);
  const isBegun = (row: number): boolean => (columns.progress[row] ?? 0) > 0;
  switch (state) {
    case 'unread':
      return (row) => isWaiting(row) && !isBegun(row);
    case 'reading':
      return (row) => isWaiting(row) && isBegun(row);
    case 'finished':
      return isRead;
    case 'archived':
      return (row) => isArchived(columns, row);
    case 'starred':
      return (row) => isStarred(columns, row);
    case 'tagged':
      return (row) => tagsOf(columns, row).length > 0;
    case 'complete':
      return (row) => !isPartialRow(columns, row);
    case 'partial':
      return (row) => isPartialRow(columns, row);
    case 'failed':
      // It is saves that fail; no article passes.
      return () => false;
    default:
      return unreachable(state);
  }
}

/** `example.org` is every host below it as well; a name only has to have the letters in it. */
function isOfSite(wanted: string, name: string | null, host: string | null): boolean {
  return (
    host === wanted ||
    host?.endsWith(`.${wanted}`) === true ||
    name?.toLowerCase().includes(wanted) === true ||
    host?.split('.').includes(wanted) === true
  );
}

/** `pt` is `pt-BR` as well (RFC 4647, basic filtering). */
function isLanguage(wanted: string, lang: string | null): boolean {
  const low = lang?.toLowerCase();
  return low === wanted || low?.startsWith(`${wanted}-`) === true;
}
