import { type ExposureCounts, matchExposed } from '../exposure/match-exposed.ts';
import { type MetadataMapping, type MetadataOptions, readMetadata } from '../exposure/read-metadata.ts';
import { type ScanOptions, type ScanOutcome, scanMail } from '../scan/scan-mail.ts';
import { report } from './investigate.ts';
import type { Case } from './open-case.ts';
import { deriveKey } from './seal.ts';

export interface ScanCaseOptions extends Omit<ScanOptions, 'key'> {
  /** Files that say which mail was stolen. */
  readonly metadata?: readonly string[];
  readonly metadataOptions?: MetadataOptions;
}

export interface ScanCaseOutcome {
  /** Undefined if no mail was named, but only metadata. */
  readonly scan: ScanOutcome | undefined;
  readonly mappings: readonly MetadataMapping[];
  readonly exposure: ExposureCounts;
}

/** Scans mail into the case, finds which of it was exposed, and writes all that the case gives. */
export async function scan(
  opened: Case,
  paths: readonly string[],
  options: ScanCaseOptions = {},
): Promise<ScanCaseOutcome> {
  const { store, folder, secret } = opened;
  const key = secret === undefined ? undefined : deriveKey(secret, 'fingerprints');
  const mappings: MetadataMapping[] = [];
  for (const path of options.metadata ?? []) {
    const mapping = await readMetadata(store, folder, path, options.metadataOptions);
    if (mapping !== undefined) mappings.push(mapping);
  }
  const scanned = paths.length === 0 ? undefined : await scanMail(store, folder, paths, { ...options, key });
  const exposure = await matchExposed(store);
  await report(opened);
  return { scan: scanned, mappings, exposure };
}
