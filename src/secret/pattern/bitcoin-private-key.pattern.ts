import { createHash } from 'node:crypto';
import type { SecretPattern } from '../pattern.ts';

/** Alphabet of Base58: no 0, O, I, l. */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The checksum: first bytes of the SHA-256 of the SHA-256. */
function isWalletImportFormat(secret: string): boolean {
  let number = 0n;
  for (const character of secret) number = number * 58n + BigInt(alphabet.indexOf(character));
  const bytes = Buffer.from(number.toString(16).padStart(74, '0'), 'hex');
  const hash = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
  return (
    bytes[0] === 0x80 &&
    hash(hash(bytes.subarray(0, -4)))
      .subarray(0, 4)
      .equals(bytes.subarray(-4))
  );
}

const pattern: SecretPattern = {
  kind: 'bitcoin-private-key',
  title: 'Private key of Bitcoin in wallet import format',
  system: 'Bitcoin',
  severity: 'critical',
  owner: 'holder of the wallet',
  lifetime: 'for ever',
  reset: { portal: 'move everything to an address of a new key at once; the old key cannot be changed' },
  proof: "block explorer: balance and transfers of the key's addresses",
  references: ['https://en.bitcoin.it/wiki/Wallet_import_format'],
  anchors: ['wif', 'bitcoin', 'btc', 'wallet', 'private key', 'privkey'],
  expression: /(?<!\w)(?<secret>5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?!\w)/g,
  isSecret: isWalletImportFormat,
  examples: [
    {
      text: '> private key (WIF): 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ.',
      finds: ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ'],
    },
    { text: 'wallet 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK', finds: [] },
  ],
};

export default pattern;
