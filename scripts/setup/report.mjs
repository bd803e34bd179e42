// In: what the set-up has to tell a person. Out: lines on stderr, so that stdout stays the program's own.

/** A set-up step that cannot go on; its message says what went wrong and what to do next, and is shown without a stack. */
export class SetupError extends Error {}

/**
 * Writes one line on stderr.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * The last lines of a program's output, indented, to stand under a message.
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 15) {
  const lines = output.trimEnd().split('\n').slice(-count);
  return lines.map((line) => `  ${line}`).join('\n');
}

/**
 * Runs a script to its end and makes its answer the exit code; a SetupError becomes its message and exit code 1.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
