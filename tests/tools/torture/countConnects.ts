// Work in; the addresses that this process connected to while it was done out. A process of its own, since every socket of it is watched.
import { Socket } from 'node:net';

/** Hosts and ports of every connection that was begun, by what Node was told to connect to. */
export async function connectsOf(work: () => Promise<void>): Promise<readonly string[]> {
  const begun: string[] = [];
  const real: unknown = Reflect.get(Socket.prototype, 'connect');
  if (typeof real !== 'function') throw new Error('sockets of this Node have no connect');
  Reflect.set(Socket.prototype, 'connect', function connect(this: Socket, ...words: unknown[]): unknown {
    const [first] = words.flat();
    begun.push(
      `${String(Reflect.get(Object(first), 'host') ?? first)}:${String(Reflect.get(Object(first), 'port') ?? '')}`,
    );
    return Reflect.apply(real, this, words);
  });
  try {
    await work();
  } finally {
    Reflect.set(Socket.prototype, 'connect', real);
  }
  return begun;
}
