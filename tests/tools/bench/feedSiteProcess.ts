// Many sites of feeds in a process of their own, on one port of all addresses of the loopback net: `/COUNT` is a feed of so many entries, and 404
// until the parent sends anything. Sends its port once it listens; each address tells whoever knows its feed that nothing has changed.
import { createServer } from 'node:http';

const TEXT =
  'The lamplighter of the upper town goes down to the harbour at dusk and counts the boats that lie at the outer wall. ';

function feed(host: string, count: number): string {
  const items = Array.from({ length: count }, (_, at) => {
    const number = count - at;
    const day = new Date(Date.UTC(2020, 0, number)).toUTCString();
    return `<item><title>Walk ${number} through the town</title><link>http://${host}/walks/${number}</link><guid>http://${host}/walks/${number}</guid><pubDate>${day}</pubDate><description>${TEXT}</description><content:encoded><![CDATA[<p>${TEXT.repeat(20)}</p>]]></content:encoded></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Walks of ${host}</title><link>http://${host}/</link>${items.join('')}</channel></rss>`;
}

let isOpen = false;
const server = createServer(({ url = '', headers }, response) => {
  const count = Number(url.slice(1));
  if (!isOpen || !(count > 0)) {
    response.writeHead(404).end();
    return;
  }
  const etag = `"${count}"`;
  const isKnown = headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : 200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
  response.end(isKnown ? '' : feed(headers.host ?? '', count));
});
server.listen(0, '0.0.0.0', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
});
process.on('message', () => (isOpen = true));
process.on('disconnect', () => process.exit(0));
