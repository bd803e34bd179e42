// The page of windows that nobody sees: the main process asks it to open one article after another and to tell what it sees, or to make a
// picture smaller.
import { fitPicture } from './fitPicture.ts';
import { measureArticle } from './measureArticle.ts';

// While it is here too, it need not be fetched again for each article.
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = '/page.css';
document.head.append(sheet);

Object.assign(globalThis, { measureArticle, fitPicture });
