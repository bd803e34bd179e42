// Follows the feeds whose addresses it is given, and asks them again and again until it is killed; each round that ended is told on stdout.
// Uses: killedProgram FOLDER WORKER ADDRESS…
import { openBareFeeds } from './bareFeeds.ts';

const [folder = '', worker = '', ...addresses] = process.argv.slice(2);

async function run(): Promise<void> {
  const { feeds } = await openBareFeeds(folder, worker);
  for (const address of addresses) await feeds.follow({ typed: address, address, kind: 'feed', title: '' });
  for (;;) {
    await feeds.refresh(null);
    const all = await feeds.list();
    process.stdout.write(`${all.map(({ entries }) => entries).join(' ')}\n`);
  }
}

// Ends when whoever started it is gone.
process.stdin.on('end', () => process.exit(0)).resume();
run().catch((failure: unknown) => {
  process.stderr.write(String(failure));
  process.exit(1);
});
