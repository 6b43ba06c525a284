import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'palo-alto-phash',
  title: 'Hash of a password or key in the configuration of a Palo Alto device',
  system: 'Palo Alto PAN-OS',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal:
      'PAN-OS > Device > Administrators > the administrator > new password > Commit; keys: Network > IKE Gateways > Pre-shared Key',
    command: 'set mgt-config users <name> password',
  },
  proof: 'PAN-OS > Monitor > Logs > Configuration and System (auth-success)',
  references: [
    'https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-admin/firewall-administration/manage-firewall-administrators',
  ],
  anchors: ['phash'],
  expression: /(?:<phash>|phash[ \t"=:]{1,4})(?<secret>\$(?:1|5|6)\$[\w./$]{20,120})/g,
  examples: [
    { text: '> <phash>$1$n0tr3alk$N0tR3alKran1chN0tR3a/</phash>', finds: ['$1$n0tr3alk$N0tR3alKran1chN0tR3a/'] },
    { text: 'phash is what it is called', finds: [] },
  ],
};

export default pattern;
