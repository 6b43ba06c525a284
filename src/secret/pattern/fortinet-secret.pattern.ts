import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'fortinet-secret',
  title: 'Password or key in the configuration of a Fortinet device',
  system: 'Fortinet FortiOS',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed; ENC is readable with the key that all devices shared before private-data-encryption',
  reset: {
    portal:
      'FortiGate > System > Administrators > the administrator > Change password; VPN > IPsec Tunnels > the tunnel > Pre-shared key; switch on private-data-encryption',
    command: 'config system admin / edit <name> / set password <new> / end',
  },
  proof: 'FortiGate > Log & Report > System Events: "Attribute configured", admin login successful',
  references: [
    'https://docs.fortinet.com/document/fortigate/latest/administration-guide',
    'https://www.fortiguard.com/psirt/FG-IR-19-007',
  ],
  anchors: [
    'set password',
    'set psksecret',
    'set passwd',
    'set passphrase',
    'set secret',
    'set auth-pwd',
    'set key',
    'set ppk-secret',
  ],
  expression:
    /(?<!\w)set (?:password|psksecret|passwd|passphrase|secret|auth-pwd|priv-pwd|ppk-secret|key|password\d)[ \t]{1,2}(?<type>ENC[ \t]{1,2})?"?(?<secret>[^\s"<>]{4,400})/g,
  isSecret: (secret, groups) =>
    !isInvented(secret) &&
    (groups['type'] !== undefined
      ? secret.length >= 12 && /^[A-Za-z0-9+/=]+$/.test(secret)
      : /\d/.test(secret) && /[a-z]/i.test(secret) && !secret.startsWith('$(')),
  examples: [
    {
      text: '> set password ENC SH2N0tR3alKran1chN0tR3alKran1chN0tR3alKran1chN0tR3alA=',
      finds: ['SH2N0tR3alKran1chN0tR3alKran1chN0tR3alKran1chN0tR3alA='],
    },
    { text: 'set psksecret N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: 'set password expiry to 90 days', finds: [] },
  ],
};

export default pattern;
