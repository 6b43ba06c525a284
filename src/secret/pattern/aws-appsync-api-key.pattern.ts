import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-appsync-api-key',
  title: 'API key of AWS AppSync',
  system: 'AWS AppSync',
  severity: 'medium',
  owner: 'owner of the API',
  lifetime: '7 days by default, up to a year',
  reset: {
    portal: 'AWS console > AppSync > the API > Settings > API keys > Delete',
    command: 'aws appsync delete-api-key --api-id <api> --id <key>',
  },
  proof: 'CloudTrail: DeleteApiKey; CloudWatch logs of the API',
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  anchors: ['da2-'],
  expression: /(?<![\w-])(?<secret>da2-[a-z0-9]{26})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    { text: 'x-api-key: da2-fakeck0v6tt71ceyxtljc9ut0k', finds: ['da2-fakeck0v6tt71ceyxtljc9ut0k'] },
    { text: 'da2-short', finds: [] },
  ],
};

export default pattern;
