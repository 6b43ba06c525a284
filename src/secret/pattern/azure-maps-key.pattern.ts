import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-maps-key',
  title: 'Shared key of Azure Maps',
  system: 'Azure Maps',
  severity: 'low',
  owner: 'owner of the Azure Maps account',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Azure Maps accounts > the account > Authentication > Shared Key Authentication > Regenerate',
    command: 'az maps account keys renew --name <account> --resource-group <group> --key primary',
  },
  proof: 'activity log: Microsoft.Maps/accounts/regenerateKey/action',
  references: ['https://learn.microsoft.com/en-us/azure/azure-maps/how-to-manage-authentication'],
  anchors: ['AZMP', 'atlas.microsoft.com'],
  expression:
    /(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{19}AZMP[A-Za-z0-9]{4}|(?<=(?<host>(?:[a-z]{2}\.)?atlas\.microsoft\.com)\/[^\s"'<>]{0,300}subscription-key=)[\w-]{43})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://atlas.microsoft.com/map/tile?api-version=2.0&subscription-key=FakePfMwcQJuDCSfQ9cw9Iz0MNoRHyZWQJaSnfEZJmj&zoom=1',
      finds: ['FakePfMwcQJuDCSfQ9cw9Iz0MNoRHyZWQJaSnfEZJmj'],
    },
    {
      text: 'the key: FakezcBufpEBT2d663XUG95lPszJXLXz9xsLUO705RUEi6u81p0NJQQJ99FakecP6NLfAYGHHACzAZMPcaSc.',
      finds: ['FakezcBufpEBT2d663XUG95lPszJXLXz9xsLUO705RUEi6u81p0NJQQJ99FakecP6NLfAYGHHACzAZMPcaSc'],
    },
    { text: 'https://atlas.microsoft.com/map/tile?subscription-key=[Your key]', finds: [] },
  ],
};

export default pattern;
