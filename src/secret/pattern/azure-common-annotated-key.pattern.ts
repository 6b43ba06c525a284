import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-common-annotated-key',
  title: 'Key of an Azure service in the common annotated format',
  system: 'Azure',
  severity: 'high',
  owner: 'owner of the resource; the four letters after its 76 characters name the service',
  lifetime: 'until regenerated',
  reset: { portal: 'Azure portal > the resource > Keys > Regenerate' },
  proof: 'activity log: regenerateKey/action of the provider',
  references: [
    'https://devblogs.microsoft.com/engineering-at-microsoft/common-annotated-security-keys/',
    'https://github.com/microsoft/security-utilities',
  ],
  anchors: ['JQQJ9'],
  // 52 characters, the signature JQQJ9, date and platform, four letters of the provider, four of a checksum.
  expression:
    /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?)(?![A-Za-z0-9=])/g,
  isSecret: (secret) => !isInvented(secret),
  isGeneric: true,
  examples: [
    {
      text: 'key=FakeXBjJCx8XBL6edXv0piKPujGkJgJQ0tHMbHtx8LRqec5RJdD8JQQJ99BAFakeI2ZRF0c3EreEXZFR6OPp',
      finds: ['FakeXBjJCx8XBL6edXv0piKPujGkJgJQ0tHMbHtx8LRqec5RJdD8JQQJ99BAFakeI2ZRF0c3EreEXZFR6OPp'],
    },
    { text: 'FakegNSPviFpARGmVxJjfWi3z6xI3nPsZChNRqXKJQQJ99BAAAAAAA', finds: [] },
  ],
};

export default pattern;
