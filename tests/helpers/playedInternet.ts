// For the real app, loaded before it: a machine of the internet that is played on loopback. The app judges and asks the public address; whoever connects
// to it is connected to this machine. Nothing of the app is changed by it.
import { Socket } from 'node:net';
import { PLAYED_HOST } from './playedHost.ts';

const real: unknown = Reflect.get(Socket.prototype, 'connect');
if (typeof real !== 'function') throw new Error('sockets of this Node have no connect');
const connect = real;

function toLoopback(word: unknown): unknown {
  if (Array.isArray(word)) {
    // Node keeps a mark of its own on what it has read already.
    for (const [at, each] of word.entries()) word[at] = toLoopback(each);
    return word;
  }
  if (word === PLAYED_HOST) return '127.0.0.1';
  // A copy, since the pool of connections keeps its books by what it has asked for.
  if (typeof word === 'object' && word !== null && Reflect.get(word, 'host') === PLAYED_HOST)
    return { ...word, host: '127.0.0.1' };
  return word;
}

Reflect.set(Socket.prototype, 'connect', function playedConnect(this: Socket, ...words: unknown[]): unknown {
  return Reflect.apply(connect, this, words.map(toLoopback));
});
