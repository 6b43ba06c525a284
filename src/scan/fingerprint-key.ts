import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../shape/fault.ts';

const keyBytes = 32;

/**
 * The key of the fingerprints of this case, made at the first scan and kept in its folder, readable by its owner only: so that one
 * credential has one fingerprint however often the case is scanned, and another in every other case.
 *
 * @param derived the key of a case that is sealed: it lies nowhere, unless there was one before.
 * @throws Fault `case-invalid` if the file has been changed.
 */
export async function fingerprintKey(folder: string, derived: Buffer | undefined): Promise<Buffer> {
  const path = join(folder, 'fingerprint.key');
  const known = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (known === undefined) {
    if (derived !== undefined) return derived;
    const key = randomBytes(keyBytes);
    await writeFile(path, key, { mode: 0o600, flag: 'wx' });
    return key;
  }
  if (known.length === keyBytes) return known;
  throw new Fault('case-invalid', 'the key of the fingerprints has been changed', {
    place: { file: path },
    hint: 'Bring back the file as it was, or scan into a new case.',
  });
}
