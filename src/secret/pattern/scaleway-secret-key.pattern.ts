import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'scaleway-secret-key',
  title: 'Secret key of Scaleway',
  system: 'Scaleway',
  severity: 'critical',
  owner: 'user or application of the key',
  lifetime: 'as it was made, up to never',
  reset: {
    portal: 'Scaleway console > Organization > IAM > API keys > the key > Delete',
    command: 'scw iam api-key delete <access key>',
  },
  proof: 'Audit Trail: DeleteAPIKey; actions of the access key',
  references: ['https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/'],
  anchors: ['SCW'],
  expression:
    /(?<![A-Za-z0-9])(?:(?<account>SCW(?=[A-Z0-9]{0,16}\d)[A-Z0-9]{17})(?![A-Z0-9])[\s\S]{0,80}?(?<![\w-])|SCW_(?:SECRET_KEY|TOKEN)["']?\s{0,3}[:=]\s{0,3}["']?)(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'SCW_ACCESS_KEY=SCWFAKE7FAKEOR0LE4P7\nSCW_SECRET_KEY=fa4e27c9-190b-4c9a-a2c7-aa63fa2e70ac',
      finds: ['fa4e27c9-190b-4c9a-a2c7-aa63fa2e70ac'],
    },
    { text: 'SCW_SECRET_KEY=11111111-1111-1111-1111-111111111111', finds: [] },
  ],
};

export default pattern;
