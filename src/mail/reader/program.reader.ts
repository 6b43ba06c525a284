import type { Reader } from '../reader.ts';

/** Beginnings of files as they are in Latin-1. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^MZ[^]{58}/, 'a program for Windows'],
  [/^\u007FELF/, 'a program for Linux'],
  [/^(?:\u00FE\u00ED\u00FA[\u00CE\u00CF]|[\u00CE\u00CF]\u00FA\u00ED\u00FE)/, 'a program for macOS'],
  [/^\u00CA\u00FE\u00BA\u00BE\0/, 'a class of Java or a program for macOS'],
  [/^L\0\0\0\u0001\u0014\u0002\0/, 'a shortcut of Windows'],
  [/^\0asm\u0001/, 'a program in WebAssembly'],
];

function kindOf(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 64);
  return signatures.find(([signature]) => signature.test(start))?.[1];
}

const reader: Reader = {
  reader: 'program',
  title: 'Programs and shortcuts, which are named and not read',
  reference: 'https://learn.microsoft.com/windows/win32/debug/pe-format',
  recognise({ name, mediaType, head }) {
    if (kindOf(head) !== undefined) return 3;
    const isCalledSo = /\.(?:exe|dll|sys|scr|ocx|msi|msp|com|cpl|lnk|class|so|dylib|wasm|pyc)$/i.test(name);
    return isCalledSo ||
      /^application\/(?:x-ms-?dos-executable|x-msdownload|vnd\.microsoft\.portable-executable|x-msi)$/.test(mediaType)
      ? 1
      : 0;
  },
  async *read({ name, head }) {
    yield { kind: 'unread', place: 'program', name, reason: 'program', detail: kindOf(head) ?? 'a program' };
  },
  examples: [
    {
      name: 'a program',
      content: { name: 'setup.exe', bytes: () => Buffer.from(`MZ${'\0'.repeat(80)}`) },
      gives: ['unread program: setup.exe program'],
    },
    {
      name: 'a shortcut',
      content: { name: 'VPN.lnk', bytes: () => Buffer.from('4c0000000114020000000000c000000000000046', 'hex') },
      gives: ['unread program: VPN.lnk program'],
    },
  ],
};

export default reader;
