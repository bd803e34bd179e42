// A feed's rule and entries in; which of them are saved by themselves out. Pure.
import { unreachable } from '#contract/errors.ts';
import type { FeedEntry, FeedRule } from '#contract/feeds.ts';

/** Whether the rule wants an entry that is new. */
export function isWantedByRule(rule: FeedRule, { title, kind }: FeedEntry): boolean {
  switch (rule.save) {
    case 'none':
    case 'newest':
      // Which are the newest is known of all of them together.
      return false;
    case 'all':
      return true;
    case 'kinds':
      return rule.kinds.includes(kind);
    case 'words': {
      const folded = fold(title);
      return rule.words.some((word) => folded.includes(fold(word)));
    }
    default:
      return unreachable(rule);
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
