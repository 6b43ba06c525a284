import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-access-key-id',
  title: 'Access key id of AWS without its secret',
  system: 'Amazon Web Services',
  severity: 'low',
  owner: 'owner of the IAM user',
  lifetime: 'until deleted',
  reset: {
    portal:
      'AWS console > IAM > Users > the user > Security credentials > Access keys > deactivate, if the secret may be in another mail',
    command: 'aws iam update-access-key --access-key-id <key id> --status Inactive --user-name <user>',
  },
  proof:
    'CloudTrail: events with userIdentity.accessKeyId of the key; aws iam get-access-key-last-used --access-key-id <key id>',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  anchors: ['AKIA', 'ASIA', 'A3T'],
  expression: /(?<![A-Za-z0-9])(?<secret>(?:AKIA|ASIA|A3T[A-Z0-9])[A-Z0-9]{16})(?![A-Za-z0-9])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    { text: 'The key id is AKIAFAKEFAKEJMGIHA6F.', finds: ['AKIAFAKEFAKEJMGIHA6F'] },
    { text: 'AKIAIOSFODNN7EXAMPLE', finds: [] },
    { text: 'AKIAFAKEfakeees9mceh', finds: [] },
  ],
};

export default pattern;
