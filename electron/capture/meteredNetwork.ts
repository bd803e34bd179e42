// Nothing in; whether the system says that the network it uses counts its data (a phone's, a hotel's) out. Linux tells it by NetworkManager,
// Windows by the cost of the connection; where nobody tells, it does not.
import { execFile } from 'node:child_process';

/** Runs a program of the system; rejects when it is not there or fails. */
export type RunProgram = (program: string, words: readonly string[]) => Promise<string>;

// Networks seldom change, and a round of feeds asks for each of them.
const KNOWN_FOR_MS = 60_000;
const LONGEST_MS = 5_000;

/** How to ask, and which answers mean that data is counted. */
const QUESTIONS: Readonly<Record<string, readonly [program: string, words: readonly string[], isMetered: RegExp]>> = {
  // 1 is yes, 3 is what NetworkManager guesses from the kind of the device.
  linux: [
    'busctl',
    [
      '--system',
      'get-property',
      'org.freedesktop.NetworkManager',
      '/org/freedesktop/NetworkManager',
      'org.freedesktop.NetworkManager',
      'Metered',
    ],
    /^u [13]\b/,
  ],
  win32: [
    'powershell.exe',
    [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      '[Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType',
    ],
    /^(?:Fixed|Variable)\b/,
  ],
};

/** Makes the question, whose answer is known for a minute. Never rejects. */
export function createMeteredWatch(
  run: RunProgram = runProgram,
  platform: string = process.platform,
  elapsed: () => number = () => performance.now(),
): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  let asked = 0;
  return () => {
    const question = QUESTIONS[platform];
    if (question === undefined) return Promise.resolve(false);
    if (answer === undefined || elapsed() - asked > KNOWN_FOR_MS) {
      const [program, words, isMetered] = question;
      asked = elapsed();
      answer = run(program, words).then(
        (said) => isMetered.test(said.trim()),
        // Without such a service nobody tells.
        () => false,
      );
    }
    return answer;
  };
}

function runProgram(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { timeout: LONGEST_MS, windowsHide: true }, (failure, said) => {
      if (failure === null) resolve(said);
      else reject(failure);
    });
  });
}
