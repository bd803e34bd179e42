// A document in; the characters of its text that no typeface of this system can draw out. Each is drawn, and compared with what is drawn for a
// character that no typeface has.

const MOST = 20;
const CELL = 28;
const SIZE = 18;
/** The last code point for private use. */
const NOBODYS = '\u{10FFFD}';
/** Controls, spaces, what only joins or selects, halves of pairs, and what is private to a typeface: nothing of it has to be drawn. */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

// What a list of typefaces has does not change while the window lives; a character is looked at once.
const known = new Map<string, Map<string, boolean>>();

/** At most 20, each once. */
export function missingGlyphs(page: Document): readonly string[] {
  const missing = new Set<string>();
  for (const [family, characters] of charactersByFamily(page)) {
    for (const each of characters) {
      if (missing.size >= MOST) return [...missing];
      if (!isDrawn(each, family, page)) missing.add(each);
    }
  }
  return [...missing];
}

function charactersByFamily(page: Document): ReadonlyMap<string, ReadonlySet<string>> {
  const view = page.defaultView;
  const found = new Map<string, Set<string>>();
  const families = new Map<Element, Set<string>>();
  const walker = page.createTreeWalker(page.querySelector('.article') ?? page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || view === null) continue;
    let characters = families.get(parent);
    if (characters === undefined) {
      const family = view.getComputedStyle(parent).fontFamily;
      characters = found.get(family) ?? new Set();
      found.set(family, characters);
      families.set(parent, characters);
    }
    for (const each of node.textContent ?? '') characters.add(each);
  }
  return found;
}

function isDrawn(character: string, family: string, page: Document): boolean {
  let drawn = known.get(family);
  if (drawn === undefined) {
    drawn = new Map();
    known.set(family, drawn);
  }
  let answer = drawn.get(character);
  if (answer === undefined) {
    answer = UNDRAWN.test(character) || draw(character, family, page) !== draw(NOBODYS, family, page);
    drawn.set(character, answer);
  }
  return answer;
}

let canvas: CanvasRenderingContext2D | undefined;
let canvasOf: Document | undefined;

/** The points of a picture of it, as a text. */
function draw(character: string, family: string, page: Document): string {
  // The document's own typefaces are known in the document alone.
  if (canvas === undefined || canvasOf !== page) {
    const element = page.createElement('canvas');
    [element.width, element.height] = [CELL, CELL];
    canvas = element.getContext('2d', { willReadFrequently: true }) ?? undefined;
    canvasOf = page;
  }
  if (canvas === undefined) throw new Error('nothing can be drawn');
  canvas.font = `${SIZE}px ${family}`;
  canvas.direction = 'ltr';
  canvas.clearRect(0, 0, CELL, CELL);
  canvas.fillText(character, 4, SIZE + 2);
  return new Uint32Array(canvas.getImageData(0, 0, CELL, CELL).data.buffer).join();
}
