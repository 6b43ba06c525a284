import { describe, expect, test } from 'vitest';
import { Fault } from './fault.ts';

describe('a fault', () => {
  test('says where, as far as it knows', () => {
    const at = (place: Fault['place']) =>
      new Fault('rule-invalid', 'no title', { place, hint: 'Give it one.' }).located;
    expect(at({ file: 'a.yml', line: 3, column: 7 })).toBe('a.yml:3:7: no title');
    expect(at({ file: 'a.yml' })).toBe('a.yml: no title');
    expect(at({})).toBe('no title');
  });

  test('keeps code, hint and cause', () => {
    const cause = new Error('EACCES');
    const fault = new Fault('path-unreadable', 'cannot be read', { hint: 'Ask for permission.', cause });
    expect(fault).toMatchObject({
      code: 'path-unreadable',
      hint: 'Ask for permission.',
      cause,
      name: 'Fault',
      place: {},
    });
    expect(fault).toBeInstanceOf(Error);
    expect('cause' in new Fault('engine', 'x', { hint: 'y' })).toBe(false);
  });
});
