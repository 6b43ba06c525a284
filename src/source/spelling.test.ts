import { describe, expect, test } from 'vitest';
import { bareKey, findKey, isRecordObject, valueAt } from './spelling.ts';

describe('spelling', () => {
  test('compares keys without case, outer blanks and doubled blanks', () => {
    expect(bareKey(' Autonomous system  number ')).toBe('autonomous system number');
    expect(findKey({ 'Application ID ': 'x' }, 'application id')).toBe('Application ID ');
    expect(findKey({ a: 1 }, 'b')).toBeUndefined();
  });

  test('prefers the exact key where two differ only in case', () => {
    const record = { ipaddress: 'wrong', IPAddress: 'right' };
    expect(findKey(record, 'IPAddress')).toBe('IPAddress');
    expect(findKey(record, 'ipaddress')).toBe('ipaddress');
  });

  test('finds values along a path, and nothing behind what is no object', () => {
    const record = { Properties: { Status: { ErrorCode: 0 } }, list: [{ a: 1 }] };
    expect(valueAt(record, 'properties/status/errorCode')).toBe(0);
    expect(valueAt(record, 'properties/status/errorCode/deeper')).toBeUndefined();
    expect(valueAt(record, 'list/a')).toBeUndefined();
    expect(valueAt(record, 'toString')).toBeUndefined();
  });

  test('tells objects from lists and nothing', () => {
    expect([{}, { a: 1 }].every(isRecordObject)).toBe(true);
    expect([[], null, 'x', 1, undefined].some(isRecordObject)).toBe(false);
  });
});
