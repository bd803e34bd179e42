// The thread that reads feeds: tasks in, answers out, one after another. What strangers wrote is read here and nowhere else.
import { parentPort } from 'node:worker_threads';
import { unreachable } from '#contract/errors.ts';
import type { ParsedFeed } from '#contract/feeds.ts';
import { answerTasks } from '#thread/answerTasks.ts';
import { declaredFeeds, type DeclaredFeed } from './discover.ts';
import { readOutline, type Outline } from './opml.ts';
import { noFeed, parseFeed } from './parseFeed.ts';

/** What the thread is asked. */
export type FeedTask =
  | { readonly ask: 'parse'; readonly text: string; readonly address: string }
  | { readonly ask: 'discover'; readonly text: string; readonly address: string }
  | { readonly ask: 'outline'; readonly text: string };

/** What it answers. */
export type FeedAnswer =
  | { readonly say: 'feed'; readonly feed: ParsedFeed }
  | { readonly say: 'declared'; readonly feeds: readonly DeclaredFeed[] }
  | { readonly say: 'outline'; readonly outline: Outline };

function answer(task: FeedTask): FeedAnswer {
  switch (task.ask) {
    case 'parse':
      return { say: 'feed', feed: parseFeed(task.text, task.address) };
    case 'discover':
      return { say: 'declared', feeds: declaredFeeds(task.text, task.address) };
    case 'outline':
      return { say: 'outline', outline: readOutline(task.text) };
    default:
      return unreachable(task);
  }
}

answerTasks(parentPort, { answer, overLimit: noFeed });
