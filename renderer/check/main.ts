// The page of the departure check: the main process asks it to open one article after another and to tell what it sees.
import { measureArticle } from './measureArticle.ts';

Object.assign(globalThis, { measureArticle });
