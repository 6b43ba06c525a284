import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'openvpn-credentials',
  title: 'User name and password in a profile of OpenVPN',
  system: 'OpenVPN',
  severity: 'high',
  owner: 'the user; administrator of the VPN',
  lifetime: 'until changed',
  reset: {
    portal: "the VPN's user database > reset the password; revoke the client certificate if the profile held one",
  },
  proof: 'log of the server: authentication of the user by address; status file',
  references: ['https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/'],
  anchors: ['auth-user-pass'],
  expression:
    /<auth-user-pass>[>\s]{1,12}(?<account>[^\s<>]{1,80})[>\s]{1,12}(?<secret>[^\s<>]{3,120})[>\s]{1,12}<\/auth-user-pass>/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '> <auth-user-pass>\n> anna\n> N0tR3al-Kran1ch\n> </auth-user-pass>', finds: ['N0tR3al-Kran1ch'] },
    { text: 'auth-user-pass /etc/openvpn/login.txt', finds: [] },
  ],
};

export default pattern;
