import { isArmour } from '../armour.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pgp-private-key',
  title: 'Private key of OpenPGP',
  system: 'OpenPGP',
  severity: 'critical',
  owner: 'the user whose key it is',
  lifetime: 'until it expires or is revoked; what was encrypted for it stays readable',
  reset: {
    portal: 'publish the revocation certificate (key servers, WKD), make another key, tell those who encrypt for it',
    command: 'gpg --gen-revoke <key id>, gpg --import <revocation>, gpg --send-keys <key id>',
  },
  proof: 'gpg --recv-keys <key id> shows revoked; packages and commits signed since',
  references: ['https://www.rfc-editor.org/rfc/rfc9580', 'https://www.gnupg.org/gph/en/manual.html'],
  anchors: ['BEGIN PGP PRIVATE KEY BLOCK'],
  expression:
    /-----BEGIN PGP PRIVATE KEY BLOCK-----(?<secret>(?:[^-]|-(?!-)){80,20000})-----END PGP PRIVATE KEY BLOCK-----/g,
  reach: { before: 8, after: 20100 },
  isSecret: (secret) => isArmour(secret),
  examples: [
    {
      text: '> -----BEGIN PGP PRIVATE KEY BLOCK-----\n> Version: none\n>\n> lQVYBN0tR3alN0tR3alwjP2nfyTW8z6Ek5GUYXHz63gX7cin3NczRxASdAgP8WUJ\n> N0tR3alWyJYPHkTjnFBDFdRVhrHxF6udDVnQbvuzZN3DTHJhX9EYLzbjxuRZ4QYq\n> =AbCd\n> -----END PGP PRIVATE KEY BLOCK-----',
      finds: [
        '\n> Version: none\n>\n> lQVYBN0tR3alN0tR3alwjP2nfyTW8z6Ek5GUYXHz63gX7cin3NczRxASdAgP8WUJ\n> N0tR3alWyJYPHkTjnFBDFdRVhrHxF6udDVnQbvuzZN3DTHJhX9EYLzbjxuRZ4QYq\n> =AbCd\n> ',
      ],
    },
    { text: '-----BEGIN PGP PUBLIC KEY BLOCK-----', finds: [] },
  ],
};

export default pattern;
