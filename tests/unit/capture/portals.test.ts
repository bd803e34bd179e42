// A network that wants a sign-in first answers in the place of every site. None of its pages may be taken for the page asked for, and no
// page of a site for one of its.
import { expect, test } from 'playwright/test';
import { portalIn } from '../../../electron/capture/portalLook.ts';
import { startSite } from '../../helpers/site.ts';
import { failureOf } from './failureOf.ts';
import { fetchTyped } from './typed.ts';

const LOGIN = `<html><title>Welcome aboard</title><h1>Wi-Fi on this train</h1><form method="post"><label><input type="checkbox"> I accept the terms</label><button>Go online</button></form>`;
const WISPR = `<html><!-- <?xml version="1.0"?><WISPAccessGatewayParam><Redirect><LoginURL>https://login.hotel.example/in?x=1</LoginURL></Redirect></WISPAccessGatewayParam> --><h1>Hello</h1>`;
const ARTICLE = `<html><h1>How hotspots work</h1>${'<p>Every Wi-Fi hotspot in a hotel has a captive portal, and this is how it sends its guests to it.</p>'.repeat(40)}<form><input type="submit"></form>`;

const asked = new URL('http://news.example/story');
const at = (address: string): URL => new URL(address, asked);

const PORTALS: readonly (readonly [name: string, found: string, html: string, portal: string])[] = [
  [
    'another site with a form that speaks of its network',
    'http://login.train.example/',
    LOGIN,
    'http://login.train.example/',
  ],
  [
    'another site with a form that remembers where its guest wanted to go',
    'https://gate.hotel.example/in?url=http%3A%2F%2Fnews.example%2Fstory',
    '<form><input type="password"></form>',
    'https://gate.hotel.example/in?url=http%3A%2F%2Fnews.example%2Fstory',
  ],
  ['the words made for programs, wherever they stand', '/story', WISPR, 'https://login.hotel.example/in?x=1'],
  [
    'nothing but a way on to a sign-in',
    '/story',
    '<meta http-equiv="refresh" content="0; url=http://10.1.2.3/?dst=http://news.example/story">',
    'http://10.1.2.3/?dst=http://news.example/story',
  ],
  [
    'nothing but a script that leads to a hotspot',
    '/story',
    '<script>window.location.href = "https://hotspot.airport.example/start";</script>',
    'https://hotspot.airport.example/start',
  ],
];

for (const [name, found, html, portal] of PORTALS) {
  test(`a sign-in page is known: ${name}`, () => {
    expect(portalIn(asked, at(found), Buffer.from(html))).toBe(portal);
  });
}

const PAGES: readonly (readonly [name: string, asked: string, found: string, html: string])[] = [
  ['an article about such networks', 'http://news.example/story', 'https://blog.example/hotspots', ARTICLE],
  ['a sign-in page of the site itself', 'http://news.example/story', 'http://login.news.example/?next=/story', LOGIN],
  [
    'a page that moved to another site',
    'http://old.example/a',
    'https://new.example/a',
    '<h1>Moved</h1><p>Here it is.</p><form></form>',
  ],
  [
    'a short page that sends on within its site',
    'http://news.example/a',
    'http://news.example/a',
    '<meta http-equiv=refresh content="0;url=/b">',
  ],
  [
    'a short page on a secure connection',
    'https://news.example/a',
    'https://news.example/a',
    '<script>location="https://hotspot.example/"</script>',
  ],
  [
    'a page that sends on to another site',
    'http://news.example/a',
    'http://news.example/a',
    '<meta http-equiv=refresh content="0;url=https://papers.example/a">',
  ],
];

for (const [name, from, found, html] of PAGES) {
  test(`not taken for a sign-in page: ${name}`, () => {
    expect(portalIn(new URL(from), new URL(found), Buffer.from(html))).toBe(undefined);
  });
}

test('the sign-in page of a network is never handed over as the page asked for', async () => {
  const portal = await startSite({ '/in': { body: LOGIN } }, { host: '127.0.0.2' });
  const site = await startSite({
    '/story': { status: 302, headers: { location: portal.url('/in?url=http://127.0.0.1/story') } },
    '/said': { status: 511, body: LOGIN },
  });
  try {
    const failure = await failureOf(fetchTyped(new URL(site.url('/said'))));
    expect(failure).toMatchObject({ code: 'portal', outlook: { kind: 'portal', address: site.url('/said') } });
    expect(failure.message).toContain('sign in');
    const redirected = await failureOf(fetchTyped(new URL(site.url('/story'))));
    expect(redirected.outlook).toEqual({ kind: 'portal', address: portal.url('/in?url=http://127.0.0.1/story') });
  } finally {
    await site.close();
    await portal.close();
  }
});
