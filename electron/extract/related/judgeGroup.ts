// A group of links with its heading in; how much speaks for its being a list of posts comes out, as points.
import type { GroupHeading } from './findHeading.ts';
import { signsOf, type GroupEvidence, type Sign } from './groupSigns.ts';
import type { Group } from './linkGroups.ts';
import type { PageOutline } from './pageOutline.ts';

const BASE = -2.3;
// Fitted to the development labels in tests/labels by logistic regression, drawn towards what was set by hand before and
// tried by ten-fold cross-validation over pages; a group weighs as the root of its entries.
const WEIGHTS: readonly (readonly [Sign, number])[] = [
  ['relatedHeading', 2.5],
  ['cueHeading', 1.9],
  ['postsHeading', 2],
  ['openHeading', 0.5],
  ['titleHeading', -1.2],
  ['pageHeading', -0.1],
  ['relatedName', 0.5],
  ['postsName', 1.6],
  ['postName', 0.7],
  ['wrongName', -1],
  ['wrongRelatedName', -0.1],
  ['menuName', -2.4],
  ['aside', 0.7],
  ['nav', -2.7],
  ['footer', -3.1],
  ['header', -4.8],
  ['contentFooter', -0.3],
  ['form', 0.1],
  ['inContent', -0.9],
  ['beforeProse', -1.2],
  ['amongProse', 0.4],
  ['plainAmongProse', -2.1],
  ['noProse', -0.2],
  ['mainList', -1.3],
  ['alone', 2],
  ['aloneAmongProse', 3.9],
  ['lineRun', 0.8],
  ['single', -1.6],
  ['pair', -1],
  ['shortTitles', -1.5],
  ['fairTitles', 0.4],
  ['longTitles', 2],
  ['pictured', 0.3],
  ['dated', 1.1],
  ['excerpted', 0.3],
  ['repeated', -2.1],
  ['ownTitle', -1],
  ['citations', -1.7],
  ['plainNoProse', -0.8],
  ['foreign', -1.4],
  ['postAddresses', 1.1],
  ['siblings', 2],
  ['sharedFolder', 0.4],
  ['files', -2],
  ['inMenus', -1.3],
  ['shortList', -0.7],
];

/** Points for a group; above 0 it is a list of posts. `-Infinity` where a hard rule speaks against it. */
export function judgeGroup(evidence: GroupEvidence): number {
  const { entries, heading } = evidence;
  if (entries.length === 0 || heading?.sense === 'other') return -Infinity;
  if (entries.filter((entry) => entry.hasPrice).length >= entries.length / 2) return -Infinity;
  if (entries.length === 1 && entries[0]?.title === heading?.text) return -Infinity;
  let points = BASE;
  const signs = signsOf(evidence);
  for (const [sign, weight] of WEIGHTS) points += weight * signs[sign];
  return points;
}

/** Whether a group stands where lists of posts do not, so that its entries need not be read. */
export function isOutOfPlace(outline: PageOutline, group: Group, heading: GroupHeading | null): boolean {
  if (heading?.sense === 'related') return false;
  const topDepth = outline.boxes[group.top]?.depth ?? 0;
  let [isInContent, isNav] = [false, false];
  for (let index = group.candidates[0]?.box ?? -1, steps = 0; index >= 0 && steps < 60; steps++) {
    const box = outline.boxes[index];
    if (box === undefined) break;
    const { name, attribs } = box.element;
    const role = attribs['role'] ?? '';
    isInContent ||= box.depth < topDepth && (name === 'article' || name === 'main' || role === 'main');
    if (name === 'nav' || role === 'navigation' || role === 'menu') isNav = true;
    if (!isInContent && (/^(?:header|footer)$/.test(name) || /^(?:banner|contentinfo)$/.test(role))) return true;
    index = box.parent;
  }
  // Some themes mark a list of the newest posts as navigation.
  return isNav && heading?.sense !== 'posts';
}
