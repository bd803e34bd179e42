// What the command line reads from and writes to.

/** All of standard input. */
export async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Resolves when the reader has taken it, so that a slow reader slows us down instead of filling memory. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(text, (failure) => (failure ? reject(failure) : resolve())),
  );
}
