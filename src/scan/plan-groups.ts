import type { FoundFile } from '../ingest/collect-files.ts';

/** Files that go into the case together: many small ones by one worker, or a large one by all. */
export interface FileGroup {
  readonly files: readonly FoundFile[];
  readonly shares: number;
}

const together = { files: 500, bytes: 32 * 1024 * 1024 };
const largeBytes = 16 * 1024 * 1024;

/** Groups in the order of the files. */
export function planGroups(files: readonly FoundFile[], workers: number): FileGroup[] {
  const groups: FileGroup[] = [];
  let small: FoundFile[] = [];
  let bytes = 0;
  const close = (): void => {
    if (small.length > 0) groups.push({ files: small, shares: 1 });
    small = [];
    bytes = 0;
  };
  for (const file of files) {
    if (file.bytes >= largeBytes) {
      groups.push({ files: [file], shares: workers });
      continue;
    }
    small.push(file);
    bytes += file.bytes;
    if (small.length >= together.files || bytes >= together.bytes) close();
  }
  close();
  return groups;
}
