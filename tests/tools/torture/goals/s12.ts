// S12: no hostile spelling of a link is handed to the system.
import { openableAddress } from '../../../../electron/shell/openableAddress.ts';
import { HOSTILE_LINKS } from '../../../unit/shell/hostileLinks.ts';
import { joinParts, type Goal } from '../goal.ts';
import { sanitizedHtml } from '../hostile/storedHtml.ts';
import { foldersIn, withApp } from '../realApp.ts';

const GOOD = ['https://notes.example/', 'mailto:someone@notes.example'];
const KEPT = /^(?:https?:\/\/[^/@]+(?:\/|$)|mailto:|tel:|#)/;

/** See `docs/promises.md`. */
export const s12: Goal = {
  id: 'S12',
  goal: 'links out',
  figure: '≥ 60 hostile spellings: 0 calls to openExternal',
  needs: ['electron'],
  limitMinutes: { short: 3, long: 3 },
  async run({ work }) {
    const passed = HOSTILE_LINKS.filter(isOpenable);
    const left = HOSTILE_LINKS.flatMap((link) => hrefsOf(sanitizedHtml(`<p><a href="${escape(link)}">x</a></p>`)));
    const foreign = left.filter((href) => !KEPT.test(href));
    const { hostile, good } = await withApp(await foldersIn(work), async ({ electron, window: page }) => {
      await electron.evaluate(({ shell }) => {
        const opened: string[] = [];
        Reflect.set(globalThis, 'tortureOpened', opened);
        Reflect.set(shell, 'openExternal', (url: string) => Promise.resolve(void opened.push(url)));
      });
      const ask = async (links: readonly string[]): Promise<readonly string[]> => {
        await page.evaluate(async (urls) => {
          for (const url of urls) await window.layover.call('link.open', { url });
        }, links);
        const opened = await electron.evaluate((): unknown => {
          const all: unknown = Reflect.get(globalThis, 'tortureOpened');
          return Array.isArray(all) ? all.splice(0) : [];
        });
        return Array.isArray(opened) ? opened.map(String) : [];
      };
      return { hostile: await ask(HOSTILE_LINKS), good: await ask(GOOD) };
    });
    return {
      tried: `${HOSTILE_LINKS.length} spellings, asked of the function that decides, of the real app by its window, and as links of a saved page`,
      ...joinParts([
        {
          measured: `${hostile.length} handed to the system by the app ${hostile.slice(0, 3).join(' ')}`.trim(),
          isHeld: hostile.length === 0,
        },
        {
          measured: `${passed.length} let through ${passed.slice(0, 3).join(' ')}`.trim(),
          isHeld: passed.length === 0 && HOSTILE_LINKS.length >= 60,
        },
        {
          measured:
            `${left.length} of them are links in a saved page, ${foreign.length} of another scheme or with a name before the host ${foreign.slice(0, 3).join(' ')}`.trim(),
          isHeld: foreign.length === 0,
        },
      ]),
      control: {
        tried: `${GOOD.length} links that may be opened: ${good.length} were`,
        hasFired: good.length === GOOD.length,
      },
    };
  },
};

function isOpenable(link: string): boolean {
  try {
    return openableAddress(link) !== '';
  } catch {
    // Refused, as it should be.
    return false;
  }
}

function hrefsOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
