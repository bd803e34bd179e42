// An address that a person gave in; its host if that is a private one which may be asked, because they have said so, out. Refuses a private host
// of which they have not said so, in words that ask them. What nobody typed never comes here, and leads to no private host.
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { Settings } from '#contract/settings.ts';
import { parseAddress, readUrl } from '../../capture/address.ts';
import type { Network } from '../../capture/connections.ts';
import { createGuard } from '../../capture/guard.ts';
import type { Library } from '../../store/library.ts';

/** The machines of the person's own network. */
export interface OwnNetwork {
  /**
   * Of an address that the person typed the host that may be private, or `null`. A name that cannot be looked up within two seconds counts as public
   * here; whatever it turns out to be then, the guard of the save lets it lead to no private machine. Throws `bad-input` with the case `ownNetwork`.
   */
  hostOf(address: string): Promise<string | null>;
  /** A host, if the person has said that it may be asked though it is a private one. */
  mayAsk(host: string | null): string | null;
  /** The person says that a host may be asked, or that it may not any more. Throws `bad-input` for what is no host's name, `disk`, `locked`. */
  allow(host: string): Promise<Settings>;
  forget(host: string): Promise<Settings>;
}

const LOOK_MS = 2_000;
/** As many are remembered; of more, the first goes. */
const MOST_HOSTS = 200;

/** Makes it over a library; `network` judges and looks up as for a save. */
export function createOwnNetwork(library: Pick<Library, 'settings' | 'setSettings'>, network: Network): OwnNetwork {
  const mayAsk: OwnNetwork['mayAsk'] = (host) =>
    host !== null && library.settings().privateHosts.includes(host) ? host : null;

  async function isPrivate(host: string): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), LOOK_MS);
    });
    const judged = createGuard({ ...network, privateHost: null })
      .admit(host)
      .then(
        ({ admitted }) => !admitted,
        // There is no such name now; the save will say so.
        () => false,
      );
    return Promise.race([judged, late]).finally(() => clearTimeout(timer));
  }

  return {
    mayAsk,
    async hostOf(address) {
      const host = hostIn(address);
      if (host === undefined) return null;
      const allowed = mayAsk(host);
      if (allowed === null && (await isPrivate(host))) throw notSaid(host);
      return allowed;
    },
    async allow(host) {
      if (readUrl(`http://${host}/`)?.hostname !== host)
        throw new AppError('bad-input', 'This is not the name of a machine. Nothing was changed.');
      const others = library.settings().privateHosts.filter((each) => each !== host);
      return library.setSettings({ privateHosts: [...others, host].slice(-MOST_HOSTS) });
    },
    forget: (host) =>
      library.setSettings({ privateHosts: library.settings().privateHosts.filter((each) => each !== host) }),
  };
}

/** `undefined` for what is no address of the web; saving it says why. */
function hostIn(address: string): string | undefined {
  try {
    return parseAddress(address).hostname;
  } catch (failure) {
    if (failure instanceof AppError) return undefined;
    throw failure;
  }
}

function notSaid(host: string): AppError {
  return new AppError(
    'bad-input',
    `${host} is in your own network, or this very computer. Layover asks nothing of it before you have said that it may. Nothing was saved.`,
    { detail: detail('ownNetwork', host) },
  );
}
