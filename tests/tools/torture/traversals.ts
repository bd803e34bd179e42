// Ways to write a path that leads out of a folder, each once. Pure.

const DOTS = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2e.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '....',
  '．．',
  '..%00',
  '..%20',
  '..;',
  '%EF%BC%8E%EF%BC%8E',
];
const SLASHES = ['/', '\\', '%2f', '%5c', '%252f', '%255c', '//', '/./', '%c0%af', '∕', '%u2215', '%2f%2f', '/%00/'];
const STARTS = [
  '/',
  '/assets/',
  '/fonts/',
  '/window/',
  '/article/',
  '/trip/aaaaaaaaaaaa/picture/',
  '//',
  '/assets/ab/',
];
const ENDS = [
  'secret.txt',
  'secret.txt%00.png',
  'secret.txt::$DATA',
  'SECRET.TXT',
  'etc/passwd',
  'con',
  'aux.txt',
  'secret.txt?x.css',
  'secret.txt#x',
];
const DEEPEST = 6;

/** Names of devices, drives and parts of JavaScript, alone. */
const ALONE = [
  '/con',
  '/nul',
  '/C:/secret.txt',
  '/c%3a/secret.txt',
  '/\\\\?\\C:\\secret.txt',
  '/~/secret.txt',
  '/__proto__',
  '/constructor',
  '/toString',
  '/hasOwnProperty',
  '/%',
  '/%zz',
  '/%E0%A4%A',
  '/\ud800',
  `/${'a/'.repeat(20_000)}`,
  `/${'../'.repeat(20_000)}secret.txt`,
  '/article/AAAAAAAAAAAAAAAA/',
  '/article/aaaaaaaaaaaaaaab/',
  '/fonts/link.woff2',
  '/assets/ab/../../secret.txt',
];

/** Every pair of dots and slashes, at every depth, from every start to every end. */
export function traversals(): readonly string[] {
  const paths = new Set(ALONE);
  for (const start of STARTS)
    for (const dots of DOTS)
      for (const slash of SLASHES)
        for (let depth = 1; depth <= DEEPEST; depth += 1)
          for (const end of ENDS) paths.add(`${start}${`${dots}${slash}`.repeat(depth)}${end}`);
  return [...paths];
}
