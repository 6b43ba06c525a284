/** A file as the Object Packager of Windows wraps it, and as a stream `\u0001Ole10Native` holds it after its length. */
export function packagerFile(bytes: Buffer): { readonly name: string; readonly bytes: Buffer } | undefined {
  let at = 2;
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    if (end < 0 || end - at > 1024) return '';
    const found = bytes.toString('latin1', at, end);
    at = end + 1;
    return found;
  };
  if (bytes.length < 16 || bytes.readUInt16LE(0) !== 2) return undefined;
  const name = text();
  text();
  at += 4;
  if (at + 4 > bytes.length) return undefined;
  at += 4 + bytes.readUInt32LE(at);
  if (at + 4 > bytes.length) return undefined;
  const length = bytes.readUInt32LE(at);
  return { name, bytes: bytes.subarray(at + 4, at + 4 + length) };
}
