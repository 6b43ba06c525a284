import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ipsec-psk',
  title: 'Pre-shared key of an IPsec tunnel',
  system: 'IPsec VPN',
  severity: 'high',
  owner: 'network administrator, on both ends',
  lifetime: 'until changed',
  reset: {
    portal: 'both ends of the tunnel: set another key in the same maintenance window; better use certificates',
    command: 'ipsec rereadsecrets, or swanctl --load-creds',
  },
  proof: 'log of both gateways: IKE negotiations since the change, peers by address',
  references: [
    'https://docs.strongswan.org/docs/latest/swanctl/swanctlConf.html',
    'https://libreswan.org/man/ipsec.secrets.5.html',
  ],
  anchors: ['psk', 'pre-shared', 'preshared'],
  expression:
    /(?:(?<![\w.%@:-])(?<host>[\w.%@-]{0,80})[ \t]{0,2}:[ \t]{0,2}PSK[ \t]{1,3}(?<quote>["'])|(?:(?<!wpa2?-)pre-?shared[-_ ]?(?:secret|key(?!\w))(?: (?:ascii-text|hexadecimal|local|remote))?|(?<!\w)(?:ipsec|ike)[-_ ]?psk)(?:(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|[ \t]{1,2}(?<mark>")))(?<secret>[^\s"'<>;]{6,160}?)(?=["'<>\s;]|[.]?(?:\s|$))/gi,
  reach: { before: 90, after: 200 },
  isSecret: (secret, groups) =>
    isAssigned(secret, { ...groups, sign: groups['sign'] ?? groups['quote'] ?? groups['mark'] }),
  examples: [
    { text: '> 203.0.113.7 198.51.100.9 : PSK "N0tR3al-Kran1ch"', finds: ['N0tR3al-Kran1ch'] },
    { text: 'pre-shared-key ascii-text "N0tR3al-Kran1ch"', finds: ['N0tR3al-Kran1ch'] },
    { text: 'the pre-shared key: please ask the other side', finds: [] },
  ],
};

export default pattern;
