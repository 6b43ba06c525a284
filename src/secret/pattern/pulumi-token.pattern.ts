import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pulumi-token',
  title: 'Access token of Pulumi Cloud',
  system: 'Pulumi Cloud',
  severity: 'critical',
  owner: 'user, team or organization of the token',
  lifetime: 'as it was made, up to two years',
  reset: { portal: 'Pulumi Cloud > Settings > Access tokens > the token > Delete' },
  proof: 'audit logs of the organization',
  references: ['https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/'],
  anchors: ['pul-'],
  expression: /(?<![\w-])(?<secret>pul-[0-9a-f]{40})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    {
      text: 'PULUMI_ACCESS_TOKEN=pul-fa4ec4681d8cc15c068f83c3f8a373463acdf518',
      finds: ['pul-fa4ec4681d8cc15c068f83c3f8a373463acdf518'],
    },
    { text: 'pul-over', finds: [] },
  ],
};

export default pattern;
