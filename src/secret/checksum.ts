import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The last six characters of a token of GitHub or npm: CRC-32 of the 30 characters before it, as a number of base 62.
 *
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function base62Checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let digit = 0; digit < 6; digit += 1) {
    text = (base62[rest % 62] ?? '') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** True for `prefix_` and 36 characters of which the last six are the checksum of the others. */
export function hasBase62Checksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  return body.length === 36 && base62Checksum(body.slice(0, 30)) === body.slice(30);
}

/**
 * True for eight groups of six digits, each a multiple of 11 that holds 16 bits: 11 × 65536 is 720896.
 *
 * @see https://learn.microsoft.com/en-us/windows/security/operating-system-security/data-protection/bitlocker/recovery-overview
 */
export function isBitLockerRecoveryKey(key: string): boolean {
  const groups = key.match(/\d{6}/g) ?? [];
  return groups.length === 8 && groups.every((group) => Number(group) % 11 === 0 && Number(group) < 720_896);
}
