import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bytesContent } from './content.ts';
import type { KeyMaterial } from './piece.ts';
import { readerOf } from './registry.ts';
import { opens, thumbprintsWithin } from './try-passphrase.ts';

/** Made by `openssl pkcs12` with the ciphers that Windows exports with, passphrase `Sommer2024`. */
const pfx = Buffer.from(
  [
    'MIIDcgIBAzCCAzgGCSqGSIb3DQEHAaCCAykEggMlMIIDITCCAhcGCSqGSIb3DQEHBqCCAggwggIEAgEAMIIB/QYJKoZIhvcNAQcBMBwGCiqGSI',
    'b3DQEMAQMwDgQI7wOMqFnpW/8CAggAgIIB0PZO/kGy80qG1wW3eNNvnY2hbENzUGvYrtkyL7SnGYO4B/7ho8rVT0n/3zRedrALhM9tW9ozwRwS',
    'Hzj2xitFSGgHCU0BJTMjc0BHgHXiXvXBYUwXiaToOvVXcuYBRCCNX7cfs1OukO+KBwea0FIEGc5XdoLfh1884BnOfnsghdv9fxi6M9/yiXMHUC',
    'NLuPTSHhg5E9qD/DWRTLRzsyw/rAp0muqJoW0XeS56SQy/swRhBtJMYrVBiIxqTjT9xTnonYsCSRVb6XbGD0iSUc5cuw5vuk4dtcWmBJ351trr',
    '0HUScD+CiUYvzgNUyZ02R3RGmyneWHF7E1TvWwXRHQhpQLiZfzJqzJiqc6XvYXaQ9Gii0cLFyv6XvLrh523s50zxglQkMxlmdKa7h07P/zVSlQ',
    '5SnZzYLJYokal9ZSjQJCzdWotS0KbTKof4EglWgxrnrY/mEZbx/lFVi6j+jqmMqKjiqagN+7m/8ynKa88zUcFrkyiMIqLxCtJFrMevR5KLgwHX',
    'c7t0X86Q/0VJBJip3KE/AoBK2r9Gf7BkHkMMNKgB0yE41T6HBPXdsG02sObxE03adQn/dyr7hg+NjTNg5Lg5nYHHgggXLcJp+H1VwVP1MIIBAg',
    'YJKoZIhvcNAQcBoIH0BIHxMIHuMIHrBgsqhkiG9w0BDAoBAqCBtDCBsTAcBgoqhkiG9w0BDAEDMA4ECNDu/qvdAZS6AgIIAASBkPjPFJvlP8VM',
    'KmTRpIoBX8CVpyf+puv0dVHuhYjfxn1HDbvEdh9IBPCYS20xdv9pGyu3mhbSgRoQdX+QZni4HvOicndzR9zxxNUG6SkE7uaWFkTM4bzSsI+Y3X',
    'wGiJXw+7yjhs8zOSl8apBvQ5ZHnuhhBr2LiqKFhoz+/RbAxbKUfohkLUu6QMXM3UeMXEB1FjElMCMGCSqGSIb3DQEJFTEWBBSMUt5fFC44ajzC',
    '7A+At01UMAqJFTAxMCEwCQYFKw4DAhoFAAQUCODfAGk+tZHRWGWtOkWP3PDdLakECKj0Zw6JSM84AgIIAA==',
  ].join(''),
  'base64',
);

/** Made by `ssh-keygen -t ed25519`, passphrase `geheim123`. */
const opensshKey = [
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABAYviwgAD',
  'zXHQ2jQoCFqWR9AAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKwfblNncWmxKF/2',
  'kHQjIBqn+wxWlchdjRWyJdW3CZZoAAAAkI5mYTQgcyO+VvY4aFL9vBCqVGnc3Yc6YXYyVo',
  'huXE/+NJhzC3i9T5j1AYFkmnhwcXuyOA+YeWEXjijGF0A+jYOhMs+xTPjcmvDVILVke+bo',
  'Jwc4DNAAAJzw431zzUkxSaf6sEp1CPw8Pa4N/xQx9EeZCSYoBEPsx1IoF4n4T7spbQWYJw',
  'rI009JWYibO/xB4A==',
  '-----END OPENSSH PRIVATE KEY-----',
].join('\n');

/** Made by `puttygen -t ed25519 --ppk-param version=2`, passphrase `geheim`. */
const puttyKey = [
  'PuTTY-User-Key-File-2: ssh-ed25519',
  'Encryption: aes256-cbc',
  'Comment: ed25519-key-20261126',
  'Public-Lines: 2',
  'AAAAC3NzaC1lZDI1NTE5AAAAIGzXRNgumv5nNcEBuciipfhCjJTMv0MxCtsEwK4T',
  'Y+b/',
  'Private-Lines: 1',
  'cMQdYXWQj5bW7mL4SAfUTiTdgfUESIoaKsIKuE9vBCvXv2U+JmqzvfYAjHiiZHuV',
  'Private-MAC: 28eec7c0e8386a60056c5a33fef8f5761a2430dd',
].join('\r\n');

async function keyIn(bytes: Buffer | string, name = ''): Promise<KeyMaterial> {
  const content = bytesContent(Buffer.from(bytes), name, '');
  for await (const piece of (await readerOf(content))?.read(content) ?? []) if (piece.kind === 'key') return piece.key;
  throw new Error('no key');
}

function privateKey(format: 'pem' | 'der', cipher: string): Buffer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: format as 'pem', cipher, passphrase: 'Prüfung' }));
}

describe('a passphrase', () => {
  test.each([
    ['a PFX with old ciphers', pfx, 'Sommer2024'],
    ['an OpenSSH key', opensshKey, 'geheim123'],
    ['a PuTTY key', puttyKey, 'geheim'],
    ['a PEM key', privateKey('pem', 'aes-256-cbc'), 'Prüfung'],
    ['a DER key', privateKey('der', 'aes-128-cbc'), 'Prüfung'],
    ['a DER key with triple DES', privateKey('der', 'des-ede3-cbc'), 'Prüfung'],
  ])('opens %s and no other does', async (_, bytes, passphrase) => {
    const key = await keyIn(bytes);
    expect(key.isProtected).toBe(true);
    expect(opens(key, passphrase)).toBe(true);
    for (const wrong of ['', ' ', passphrase.toUpperCase(), `${passphrase} `, 'x'.repeat(10_000), '\0', '\u{1F511}'])
      expect([wrong, opens(key, wrong)]).toEqual([wrong, false]);
  });

  test('shows the certificates in a PFX that it opens', async () => {
    const key = await keyIn(pfx);
    expect(key.thumbprints).toEqual([]);
    expect(thumbprintsWithin(key, 'Sommer2024')).toEqual(['8C52DE5F142E386A3CC2EC0F80B74D54300A8915']);
    expect(thumbprintsWithin(key, 'wrong')).toEqual([]);
  });

  test.each([
    ['a key without one', { format: 'private-key', isProtected: false, thumbprints: [], bytes: Buffer.from('x') }],
    ['KeePass', { format: 'keepass', isProtected: true, thumbprints: [], bytes: Buffer.from('x') }],
    ['what is no PFX', { format: 'pfx', isProtected: true, thumbprints: [], bytes: Buffer.from('x') }],
    [
      'an OpenSSH key that breaks off',
      { format: 'ssh-private-key', isProtected: true, thumbprints: [], bytes: Buffer.from('x') },
    ],
  ] satisfies [string, KeyMaterial][])('cannot be tried on %s', (_, key) => {
    expect(opens(key, 'Sommer2024')).toBeUndefined();
  });

  test('is not tried where a hostile file asks for billions of rounds', async () => {
    const key = await keyIn(pfx);
    const bytes = Buffer.from(key.bytes);
    // The salt of the MAC and its 2,048 rounds end the file; with a shorter salt a longer number has room.
    expect(bytes.subarray(-14).toString('hex')).toMatch(/^0408.{16}02020800$/);
    Buffer.from('0406aaaaaaaaaaaa02047fffffff', 'hex').copy(bytes, bytes.length - 14);
    const before = performance.now();
    expect(opens({ ...key, bytes }, 'Sommer2024')).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
