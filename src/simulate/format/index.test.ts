import { describe, expect, it } from 'vitest';
import { sampleTenant } from '../fixture/sample-tenant.ts';
import type { Encoding, WrittenFile } from './format.ts';
import { formats } from './index.ts';

const { production } = sampleTenant();
const few = {
  signIn: production.signIn.slice(0, 30),
  directoryAudit: production.directoryAudit.slice(0, 10),
  unifiedAudit: production.unifiedAudit.slice(0, 10),
  graphActivity: production.graphActivity.slice(0, 10),
};

/** Every writer as a function without a type of record, once for each log that its format carries. */
const writers = formats.flatMap((format) => {
  const { signIn, directoryAudit, unifiedAudit, graphActivity } = format;
  const entries = [
    signIn && { log: 'signIn', count: 30, write: (o?: object) => signIn(few.signIn, o), none: () => signIn([]) },
    directoryAudit && {
      log: 'directoryAudit',
      count: 10,
      write: (o?: object) => directoryAudit(few.directoryAudit, o),
      none: () => directoryAudit([]),
    },
    unifiedAudit && {
      log: 'unifiedAudit',
      count: 10,
      write: (o?: object) => unifiedAudit(few.unifiedAudit, o),
      none: () => unifiedAudit([]),
    },
    graphActivity && {
      log: 'graphActivity',
      count: 10,
      write: (o?: object) => graphActivity(few.graphActivity, o),
      none: () => graphActivity([]),
    },
  ];
  return entries.flatMap((entry) => (entry === undefined ? [] : [{ id: format.id, ...entry }]));
});

function decoded({ bytes }: WrittenFile): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

describe('formats', () => {
  it('are 24, named once each', () => {
    expect(formats).toHaveLength(24);
    expect(new Set(formats.map(({ id }) => id)).size).toBe(24);
    expect(writers).toHaveLength(11 + 11 + 16 + 5);
  });

  it.each(writers)('$id writes $log repeatably and nothing without records', ({ write, none }) => {
    expect(write().map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      write().map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
    expect(none()).toEqual([]);
  });

  it.each(writers)('$id gives the files of $log different names', ({ write }) => {
    const names = write().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(writers)('$id puts $log into each encoding without changing the text', ({ write }) => {
    const encodings: Encoding[] = ['utf8', 'utf8-bom', 'utf16le', 'utf16be'];
    const written = encodings.map((encoding) => write({ encoding }));
    const marks = written.map(([file]) => Buffer.from(file?.bytes.slice(0, 3) ?? []).toString('hex'));
    expect(marks).toEqual([
      expect.not.stringMatching(/^(ef|ff|fe)/),
      'efbbbf',
      expect.stringMatching(/^fffe/),
      expect.stringMatching(/^feff/),
    ]);
    const texts = written.map((files) => files.map(decoded));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    expect(texts[3]).toEqual(texts[0]);
  });

  it.each(writers)('$id changes only line ends of $log with newline', ({ write }) => {
    const unix = write({ newline: '\n' }).map(decoded);
    const windows = write({ newline: '\r\n' }).map(decoded);
    expect(unix.join('')).not.toContain('\r');
    expect(windows.map((text) => text.replaceAll('\r\n', '\n'))).toEqual(unix);
  });
});
