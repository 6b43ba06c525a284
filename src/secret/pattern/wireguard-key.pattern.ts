import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'wireguard-key',
  title: 'Private or pre-shared key of WireGuard',
  system: 'WireGuard',
  severity: 'high',
  owner: 'administrator of the VPN; the user of the device',
  lifetime: 'until changed',
  reset: {
    portal: 'make another pair on the device (wg genkey), put its public key in the place of the old one at all peers',
    command: 'wg set <interface> private-key <file>; wg set <interface> peer <old public key> remove',
  },
  proof: 'wg show: latest handshakes and endpoints of the peer',
  references: ['https://www.wireguard.com/quickstart/', 'https://man7.org/linux/man-pages/man8/wg.8.html'],
  anchors: ['privatekey', 'presharedkey', 'private_key', 'preshared_key', 'private-key', 'preshared-key'],
  expression:
    /(?<![A-Za-z])(?:private|pre-?shared)[_-]?key["']?[ \t]{0,3}[:= ][ \t]{0,3}["']?(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![\w=+/])/gi,
  isSecret: (secret) => new Set(secret).size > 12,
  examples: [
    {
      text: '> [Interface]\n> PrivateKey = N0tR3alKran1chN0tR3alKran1chN0tR3alKran1c2w=',
      finds: ['N0tR3alKran1chN0tR3alKran1chN0tR3alKran1c2w='],
    },
    { text: 'PublicKey = N0tR3alKran1chN0tR3alKran1chN0tR3alKran1c2w=', finds: [] },
  ],
};

export default pattern;
