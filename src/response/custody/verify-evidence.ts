import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** What became of a file of evidence. Members of archives are checked with the archive, on the disk they are no files. */
export interface EvidenceCheck {
  readonly file: string;
  readonly verdict: 'same' | 'changed' | 'gone' | 'unreadable';
}

/** Hashes every file of evidence that is still where it was, paths being as they were given when it was read; by path. */
export async function verifyEvidence(
  store: Store,
  onFile: (file: string) => void = () => undefined,
): Promise<EvidenceCheck[]> {
  const rows = await store.rows<{ path: string; sha256: string }>(sql`
    select path, sha256 from evidence_file e where not exists (
      select 1 from evidence_file a where a.source = 'archive' and starts_with(e.path, a.path || '!')
    ) order by path, sha256`);
  const checks: EvidenceCheck[] = [];
  for (const { path, sha256 } of rows) {
    onFile(path);
    const found = await hashOf(path);
    checks.push({
      file: path,
      verdict: typeof found === 'object' ? found.verdict : found === sha256 ? 'same' : 'changed',
    });
  }
  return checks;
}

async function hashOf(path: string): Promise<string | { verdict: 'gone' | 'unreadable' }> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { verdict: code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'unreadable' };
  }
  return hash.digest('hex');
}
