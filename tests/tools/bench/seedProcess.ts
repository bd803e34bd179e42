// Writes a range of the seeded library's articles in a process of its own: `seedProcess.mjs FOLDER SIZE FIRST END`. Sends what they weigh.
import { inventLanguages } from './languages.ts';
import { seededPicture } from './seededArticles.ts';
import { inventPosts } from './seededPosts.ts';
import { writeSeeded } from './writeSeeded.ts';

const [folder = '', ...numbers] = process.argv.slice(2);
const [size = 0, first = 0, end = 0] = numbers.map(Number);
process.send?.(writeSeeded(folder, inventPosts(inventLanguages(), size), first, end, seededPicture()));
