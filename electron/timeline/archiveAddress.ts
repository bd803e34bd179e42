// Where the Internet Archive has a page as it was. Pure; nothing is asked of it before the person does.
import type { PostDate } from '#contract/dates.ts';

/**
 * The address under which the Wayback Machine answers with its copy nearest to a date, or with its newest one. Its documented form: the
 * address behind a time stamp of 4 to 14 figures.
 */
export function archiveAddress(url: string, near: PostDate | null): string {
  const stamp = near === null ? '2' : near.slice(0, 10).replaceAll('-', '');
  return `https://web.archive.org/web/${stamp}/${url}`;
}
