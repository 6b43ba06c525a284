import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'terraform-cloud-token',
  title: 'Token of HCP Terraform',
  system: 'HCP Terraform, Terraform Enterprise',
  severity: 'critical',
  owner: 'user, team or organization of the token',
  lifetime: 'as it was made, two years by default',
  reset: { portal: 'HCP Terraform > User settings > Tokens > delete; a team or organization: Settings > API Tokens' },
  proof: 'audit trail of the organization: authentication_token destroy',
  references: ['https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
  anchors: ['.atlasv1.'],
  expression: /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9]{60,70})(?![\w-])/g,
  reach: { before: 20, after: 100 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'credentials "app.terraform.io" { token = "FakeD362Bx6ynK.atlasv1.FakeFaNKd26mstVQC9z5TenG1CdrSv8AShreIro23R0lqCWnOwjTdvrYTaYiLu6BZEi" }',
      finds: ['FakeD362Bx6ynK.atlasv1.FakeFaNKd26mstVQC9z5TenG1CdrSv8AShreIro23R0lqCWnOwjTdvrYTaYiLu6BZEi'],
    },
    { text: 'xxxxxxxxxxxxxx.atlasv1.zzzzzzzzzzzzz', finds: [] },
  ],
};

export default pattern;
