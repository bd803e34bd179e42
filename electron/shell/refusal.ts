// Why Layover cannot start and a language in; what the box says of it out. English is in the failure's own words; other languages say less where the
// case is a rare one.
import { AppError } from '#contract/errors.ts';
import type { Language } from '#contract/language.ts';
import { errorNameOf } from '../store/disk.ts';
import { REFUSALS, type RefusalReason } from './refusalWords.ts';

/** What stands in the box. */
export interface Refusal {
  readonly title: string;
  readonly body: string;
}

/** Says why. `unwritable` is the folder in which a Layover that is carried along could keep nothing, which is then all that is said. */
export function refusalOf(failure: unknown, language: Language, unwritable?: string): Refusal {
  const { title, other, reasons, ...words } = REFUSALS[language];
  if (unwritable !== undefined) return { title, body: words.unwritable.replace('%folder%', () => unwritable) };
  if (!(failure instanceof AppError)) return { title, body: other };
  if (reasons === null) return { title, body: failure.message };
  const reason = reasonOf(failure);
  if (reason === undefined) return { title, body: other };
  return { title, body: reasons[reason].replace('%name%', () => failure.detail?.what ?? '') };
}

/** `undefined` for what no start is known to meet. */
function reasonOf({ code, detail, cause }: AppError): RefusalReason | undefined {
  switch (code) {
    case 'locked':
      if (detail?.is !== 'otherMachine') return 'inUse';
      return detail.what === '' ? 'elsewhere' : 'elsewhereNamed';
    // What is merely damaged is mended or left out; see `store/jsonAdapter.ts`.
    case 'unreadable':
      return 'newer';
    case 'not-found':
      return 'gone';
    case 'disk':
      return diskReasonOf(errorNameOf(cause));
    default:
      return undefined;
  }
}

function diskReasonOf(name: string | undefined): RefusalReason {
  switch (name) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EROFS':
      return 'readOnly';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return 'forbidden';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'gone';
    default:
      return 'disk';
  }
}
