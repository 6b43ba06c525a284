import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'hetzner-cloud-token',
  title: 'API token of Hetzner Cloud',
  system: 'Hetzner Cloud',
  severity: 'critical',
  owner: 'owner of the project',
  lifetime: 'until deleted',
  reset: { portal: 'Hetzner Console > the project > Security > API tokens > the token > Delete' },
  proof: 'list of the tokens of the project; actions of the project',
  references: ['https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/'],
  anchors: ['HCLOUD', 'hetzner'],
  expression:
    /(?:HCLOUD_TOKEN|hetzner[\w .-]{0,24}(?:token|key))["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[A-Za-z0-9]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'HCLOUD_TOKEN=FakeqP2eQ5dDUrNbkRcxQ1y4Oa5Pu2N9n8x2p6oohbvbE1w8bMbhcONrpMG6qTAj',
      finds: ['FakeqP2eQ5dDUrNbkRcxQ1y4Oa5Pu2N9n8x2p6oohbvbE1w8bMbhcONrpMG6qTAj'],
    },
    {
      text: 'The Hetzner API token: FakerRIq4AIyvgCvcQNkR1Gs8WMDkibqD6bz52KcI9C57k8BU2QwT4e1uV3AOzNa.',
      finds: ['FakerRIq4AIyvgCvcQNkR1Gs8WMDkibqD6bz52KcI9C57k8BU2QwT4e1uV3AOzNa'],
    },
    { text: 'Hetzner token: <token>', finds: [] },
  ],
};

export default pattern;
