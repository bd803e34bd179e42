// A parsed page in; whether its posts are what it is there for (a forum's thread, questions and answers) out.
import { isTag } from 'domhandler';
import type { Page } from './page.ts';

const FORUM_SOFTWARE =
  /phpbb|vbulletin|xenforo|discourse|simple machines|smf|mybb|invision|ip\.board|nodebb|flarum|vanilla|fluxbb|punbb|burning board|woltlab|yabb|jforum/i;
const FORUM_PATH =
  /\/(?:threads?|topics?|viewtopic|showthread|showtopic|questions|discussions?|forums?)(?:[/.?-]|$)|^(?:forums?|community|discuss|answers|bbs|boards?)\./;
const FORUM_BODY =
  /(?:^|\s)(?:question-page|phpbb|nojs notouch section-viewtopic|topic-page|bbpress|single-topic)(?:\s|$)/;

/** Tells whether a page is a thread. What it states of itself counts more than its address. */
export function isThread(page: Page): boolean {
  const types = page.jsonLd.flatMap((object) => {
    const type = object['@type'];
    const all: readonly unknown[] = Array.isArray(type) ? type : [type];
    return all.filter((each) => typeof each === 'string').map((each) => each.replace(/^.*\//, ''));
  });
  if (types.some((type) => type === 'QAPage' || type === 'DiscussionForumPosting')) return true;
  if (types.some((type) => /(?:Article|BlogPosting)$/.test(type))) return false;
  if (FORUM_SOFTWARE.test(page.metas.get('generator') ?? '')) return true;
  if (FORUM_BODY.test((page.body?.attribs['class'] ?? '').toLowerCase())) return true;
  const root = page.body?.parent;
  const item = page.body?.attribs['itemtype'] ?? (root && isTag(root) ? root.attribs['itemtype'] : undefined) ?? '';
  if (/(?:QAPage|DiscussionForumPosting)$/.test(item)) return true;
  if (page.metas.get('og:type')?.toLowerCase() === 'article') return false;
  const { hostname = '', pathname = '' } = page.address ?? {};
  return FORUM_PATH.test(hostname + pathname.toLowerCase());
}
