// A listener on loopback that counts connections, not requests: a connection alone already tells somebody something.
import { createServer, type AddressInfo } from 'node:net';

/** A port that is only counted. */
export interface CountingListener {
  readonly origin: string;
  connections(): number;
  close(): Promise<void>;
}

/** Listens on the port given, or on any free one. */
export function countingListener(port = 0): Promise<CountingListener> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      resolve({
        origin: `http://127.0.0.1:${(address satisfies AddressInfo).port}`,
        connections: () => count,
        close: () => new Promise((done, failed) => server.close((failure) => (failure ? failed(failure) : done()))),
      });
    });
  });
}
