import { isIPv4, isIPv6 } from 'node:net';
import type { Network } from '../../store/dialect.ts';

/** Reads `10.0.0.0/8` or `2001:db8::/32`; without a length it is one address. Gives what is wrong with it as text. */
export function parseNetwork(text: string): Network | string {
  const [address = '', length, ...rest] = text.split('/');
  const bytes = isIPv4(address) ? address.split('.').map(Number) : isIPv6(address) ? bytesOfV6(address) : undefined;
  if (bytes === undefined || rest.length > 0) return 'the address cannot be read';
  const all = bytes.length * 8;
  const bits = length === undefined ? all : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (!(bits <= all)) return `the length is not between 0 and ${all}`;
  if (!isZeroBehind(bytes, bits)) return `the address has bits behind the first ${bits}`;
  return { bytes, bits };
}

function isZeroBehind(bytes: readonly number[], bits: number): boolean {
  return bytes.every((byte, index) => {
    const counted = Math.min(8, Math.max(0, bits - index * 8));
    return (byte & (0xff >> counted)) === 0;
  });
}

function bytesOfV6(address: string): number[] | undefined {
  if (address.includes('%')) return undefined;
  // The URL parser knows every spelling of an address and gives the shortest one, without embedded IPv4.
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [left = '', right] = short.split('::');
  const before = left.split(':').filter((group) => group !== '');
  const after = (right ?? '').split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
