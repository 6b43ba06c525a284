import { opens } from '../mail/try-passphrase.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { LockedKey } from './task.ts';

/** Most keys take a few milliseconds a trial, those of OpenSSH half a second: that is their purpose. */
const millisecondsAtMost = 120_000;

/** What became of keys that need a passphrase. */
export interface OpenedKeys {
  readonly opened: number;
  /** Keys for which not every passphrase was tried. */
  readonly untried: number;
}

/**
 * Tries every passphrase on every key that needs one, here and on nothing but the bytes of the key: a key and its passphrase are
 * often sent apart. Both are in memory only.
 */
export async function openKeys(
  store: Store,
  keys: ReadonlyMap<string, LockedKey>,
  passphrases: ReadonlyMap<string, string>,
): Promise<OpenedKeys> {
  const end = performance.now() + millisecondsAtMost;
  let opened = 0;
  let untried = 0;
  for (const { fingerprint, key } of keys.values()) {
    for (const [passphrase, value] of passphrases) {
      if (performance.now() > end) {
        untried += 1;
        break;
      }
      const doesOpen = opens(key, value);
      // Some formats cannot be tried at all.
      if (doesOpen === undefined) {
        untried += 1;
        break;
      }
      if (!doesOpen) continue;
      await store.run(sql`update key_material set openedBy = ${passphrase} where fingerprint = ${fingerprint}`);
      opened += 1;
      break;
    }
  }
  return { opened, untried };
}
