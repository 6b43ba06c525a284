import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'wifi-password',
  title: 'Password of a wireless network',
  system: 'wireless network',
  severity: 'medium',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal: 'wireless controller > the network > another pre-shared key, then to all devices; better 802.1X',
    command: 'netsh wlan delete profile name=<network> (on devices that no longer need it)',
  },
  proof: 'wireless controller: associated clients by time and address',
  references: [
    'https://w1.fi/cgit/hostap/plain/wpa_supplicant/wpa_supplicant.conf',
    'https://learn.microsoft.com/en-us/windows/win32/nativewifi/wlan-profileschema-sharedkey-security-element',
  ],
  anchors: ['wpa_passphrase', 'psk=', 'psk =', 'keymaterial', 'WIFI:', 'wpa-psk', 'key content', 'wifi_', 'wlan_'],
  expression:
    /(?:(?<!\w)(?:wpa_passphrase|psk|wpa-psk|(?:wifi|wlan)[_.-]?(?:pass(?:word|phrase|wd)?|psk|key|pwd))(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|<keyMaterial>|Key Content[ \t]{1,20}:[ \t]|WIFI:(?:[TSH]:(?<account>[^;\n]{0,64});){1,3}P:)(?<secret>[^"'<>\n;]{8,64}?)(?=["'<>;\s]|$)/gi,
  isSecret: (secret, groups) => isAssigned(secret, { ...groups, sign: groups['sign'] ?? '=' }),
  examples: [
    { text: '> psk="N0tR3al-Kran1ch"', finds: ['N0tR3al-Kran1ch'] },
    { text: '<keyMaterial>Kran1ch!nA4t</keyMaterial>', finds: ['Kran1ch!nA4t'] },
    { text: 'WIFI:T:WPA;S:Guests;P:N0tR3al4you;;', finds: ['N0tR3al4you'] },
    { text: 'Key Content            : Kran1ch5ng', finds: ['Kran1ch5ng'] },
    { text: 'psk=<passphrase>', finds: [] },
  ],
};

export default pattern;
