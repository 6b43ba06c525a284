import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/simulate/format/index.ts';
import type { LogName } from '../../src/simulate/scenario/evidence.ts';
import { writeDays } from '../../src/simulate/stream/write-tenant.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { filesIn, firstDay, aFewTold, smallTenant } from './small-tenant.ts';
import { filesOf, recordsOfDays } from './written-whole.ts';

const logs = ['signIn', 'directoryAudit', 'unifiedAudit', 'graphActivity'] as const satisfies readonly LogName[];
const days = 2;
const activity = 0.5;

const writers = formats.flatMap((format) =>
  logs.filter((log) => format[log] !== undefined).map((log) => ({ id: format.id, log, format })),
);

describe('files written with stencils are byte for byte what the writer makes of the whole records', () => {
  test.each(writers)('$id: $log', async ({ format, log }) => {
    const out = join(await temporaryFolder(), 'out');
    const written = await writeDays(
      { out, population: smallTenant, firstDay, days, activity },
      { [log]: format },
      aFewTold,
    );
    const records = recordsOfDays(smallTenant, format, log, firstDay, days, activity, aFewTold);
    const expected = filesOf(format, log, smallTenant.tenantId, records);
    const found = await filesIn(out);
    expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [name, bytes] of expected) expect(firstDifference(found.get(name), Buffer.from(bytes))).toBe('');
    expect(written.records).toBe([...records.values()].flat().length);
    expect(written.files).toBe(expected.size);
    expect(written.bytes).toBe([...expected.values()].reduce((sum, bytes) => sum + bytes.length, 0));
  });
});

/** What stands around the first byte that differs; empty if nothing does. Whole files would be too long to show. */
function firstDifference(found: Buffer | undefined, expected: Buffer): string {
  if (found === undefined) return 'no file';
  if (found.equals(expected)) return '';
  const at = expected.findIndex((byte, index) => found[index] !== byte);
  const around = (bytes: Buffer) => bytes.toString('utf8', Math.max(0, (at === -1 ? bytes.length : at) - 80), at + 80);
  return `${around(found)} instead of ${around(expected)}`;
}
