import { describe, expect, test } from 'vitest';
import { sql } from '../store/sql.ts';
import { planExtraction } from './extraction.ts';
import { defineSource, integer, text } from './source.ts';

const source = defineSource({
  id: 'example',
  title: 'Example',
  reference: 'https://example.org/',
  table: 'sign_in',
  logs: ['sign-in'],
  fields: {
    time: text('createdDateTime'),
    code: integer('status/errorCode'),
    reason: text('status/failureReason'),
    other: text('other'),
  },
  requires: [['time'], ['code', 'reason']],
  excludes: ['other'],
  columns: (field, { isCamelCase }) => ({
    time: sql`instant(${field.time})`,
    errorCode: field.code,
    log: isCamelCase ? sql`'a'` : sql`'b'`,
  }),
  examples: [],
});

const structureOf = (samples: readonly Record<string, unknown>[]) => planExtraction(source, samples).structure.text;

describe('an extraction', () => {
  test('spells keys as the file does', () => {
    expect(structureOf([{ CreatedDateTime: 'x', Status: { errorcode: 1, FailureReason: 'y' } }])).toBe(
      `'{"CreatedDateTime":"VARCHAR","Status":{"errorcode":"INTEGER","FailureReason":"VARCHAR"},"Other":"VARCHAR"}'`,
    );
  });

  test('spells what the samples lack as the rest of the file, or as declared without samples', () => {
    expect(structureOf([{ CreatedDateTime: 'x', Status: {} }])).toContain(
      '"Status":{"ErrorCode":"INTEGER","FailureReason":"VARCHAR"}',
    );
    expect(structureOf([])).toBe(
      `'{"createdDateTime":"VARCHAR","status":{"errorCode":"INTEGER","failureReason":"VARCHAR"},"other":"VARCHAR"}'`,
    );
  });

  test('looks for a key in every sample, not only in the first', () => {
    expect(structureOf([{ createdDateTime: 'x' }, { createdDateTime: 'x', STATUS: { errorCode: 1 } }])).toContain(
      '"STATUS":{"errorCode"',
    );
  });

  test('tells the columns which case the file has', () => {
    expect(planExtraction(source, [{ createdDateTime: 'x' }]).columns['log']?.text).toBe("'a'");
    expect(planExtraction(source, [{ CreatedDateTime: 'x' }]).columns['log']?.text).toBe("'b'");
  });

  test('lists have a case of their own, as a collector may have spelled only the record anew', () => {
    const listed = { createdDateTime: 'x', other: [{ Name: 'a', Value: 'b' }] };
    expect(planExtraction(source, [listed]).columns['log']?.text).toBe("'b'");
    expect(planExtraction(source, [{ ...listed, other: [{ name: 'a' }] }]).columns['log']?.text).toBe("'a'");
  });

  test('claims by all groups and against what is excluded', () => {
    const { claim } = planExtraction(source, []);
    expect(claim.text).toBe(
      `s is not null and (coalesce(s."createdDateTime"::varchar <> '', false))` +
        ` and (coalesce(s."status"."errorCode"::varchar <> '', false) or coalesce(s."status"."failureReason"::varchar <> '', false))` +
        ` and not (coalesce(s."other"::varchar <> '', false))`,
    );
  });

  test('quotes keys that hold quotes', () => {
    const { columns } = planExtraction(source, [{ createdDateTime: 'x' }]);
    expect(columns['time']?.text).toBe('instant(s."createdDateTime")');
  });
});
