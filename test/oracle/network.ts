import { isIPv4, isIPv6 } from 'node:net';
import { refuse } from './document.ts';

interface Address {
  readonly number: bigint;
  readonly bits: 32 | 128;
}

function joined(parts: readonly number[], bitsOfEach: bigint): bigint {
  return parts.reduce((number, part) => (number << bitsOfEach) + BigInt(part), 0n);
}

function addressOf(text: string): Address | undefined {
  if (isIPv4(text)) return { number: joined(text.split('.').map(Number), 8n), bits: 32 };
  if (!isIPv6(text) || text.includes('%')) return undefined;
  // Four decimal numbers at the end are two groups.
  const groups = text.replace(/\d+\.\d+\.\d+\.\d+$/, (decimal) => {
    const number = joined(decimal.split('.').map(Number), 8n);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
  const [before = [], after] = groups
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))));
  const zeros = after === undefined ? [] : Array<number>(8 - before.length - after.length).fill(0);
  return { number: joined([...before, ...zeros, ...(after ?? [])], 16n), bits: 128 };
}

/** Whether a text is an address of the network. */
export function inNetwork(network: string): (text: string) => boolean {
  const [base, prefix] = network.split('/');
  const first = addressOf(base ?? '');
  if (!first || !/^\d+$/.test(prefix ?? '') || Number(prefix) > first.bits) refuse(`${network} is no network`);
  const hostBits = BigInt(first.bits - Number(prefix));
  if ((first.number >> hostBits) << hostBits !== first.number) refuse(`${network} has bits behind its prefix`);
  return (text) => {
    const address = addressOf(text);
    return address?.bits === first.bits && address.number >> hostBits === first.number >> hostBits;
  };
}
