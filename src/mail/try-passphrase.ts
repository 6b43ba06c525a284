import { javaKeystoreOpens } from './key/java-keystore.ts';
import { opensshKeyOpens } from './key/openssh-passphrase.ts';
import { passwordSafeOpens } from './key/password-safe.ts';
import { pfxContents, pfxOpens, readPfx } from './key/pfx.ts';
import { privateKeyOpens } from './key/private-key.ts';
import { puttyKeyOpens } from './key/putty-key.ts';
import type { KeyMaterial } from './piece.ts';

/**
 * Whether a passphrase opens key material. Tried on this machine with what is built into Node; nothing is sent, written or logged,
 * and neither the passphrase nor what it opens is kept.
 *
 * @returns undefined if that cannot be tried: the key has no passphrase, or its format or cipher is not built in, or it asks for more
 *   rounds than `mostRounds`.
 */
export function opens(key: KeyMaterial, passphrase: string): boolean | undefined {
  if (!key.isProtected) return undefined;
  switch (key.format) {
    case 'pfx': {
      const pfx = readPfx(key.bytes);
      return pfx === undefined ? undefined : pfxOpens(pfx, passphrase);
    }
    case 'private-key':
      return privateKeyOpens(key.bytes, passphrase);
    case 'ssh-private-key':
      return opensshKeyOpens(key.bytes, passphrase);
    case 'putty-key':
      return puttyKeyOpens(key.bytes, passphrase);
    case 'java-keystore':
      return javaKeystoreOpens(key.bytes, passphrase);
    case 'password-safe':
      return passwordSafeOpens(key.bytes, passphrase);
    default:
      return undefined;
  }
}

/** Thumbprints of the certificates in key material that a passphrase opens; those seen from outside if there are no others. */
export function thumbprintsWithin(key: KeyMaterial, passphrase: string): readonly string[] {
  const pfx = key.format === 'pfx' ? readPfx(key.bytes) : undefined;
  return pfx === undefined ? key.thumbprints : pfxContents(pfx, passphrase).thumbprints;
}
