import { expect, test } from 'vitest';
import { compoundFile } from '../example/compound-file.ts';
import { CompoundFile } from './compound-file.ts';
import { macroSource, unpackedMacro } from './macro-source.ts';

// The examples of MS-OVBA, section 3.2.
test.each([
  [
    '012fb000236161616263646582660070616768696a013808616b6c00306d6e6f7006710270041072737475761077 78797a003c',
    '#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa',
  ],
  ['0119b000616263646566676800696a6b6c6d6e6f70007172737475762e', 'abcdefghijklmnopqrstuv.'],
  ['0103b002614500', 'a'.repeat(73)],
])('%s is unpacked', (packed, text) => {
  expect(unpackedMacro(Buffer.from(packed.replaceAll(' ', ''), 'hex')).toString()).toBe(text);
});

test('modules are found in a project', () => {
  const source = Buffer.from('\0Attribut\0e VB_Nam\0e = "M"\r\0\nx = 1  ', 'latin1');
  const head = Buffer.alloc(3, 1);
  head.writeUInt16LE(0xb000 | (source.length - 1), 1);
  const file = new CompoundFile(
    compoundFile([{ name: 'Module1', content: Buffer.concat([Buffer.alloc(100, 7), head, source]) }]),
  );
  expect(macroSource(file).toString()).toContain('Attribute VB_Name = "M"\nx = 1');
});
