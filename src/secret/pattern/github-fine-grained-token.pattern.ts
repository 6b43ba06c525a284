import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'github-fine-grained-token',
  title: 'Fine-grained personal access token of GitHub',
  system: 'GitHub',
  severity: 'critical',
  owner: 'user who made it; administrators of the organization',
  lifetime: 'as it was made, up to a year by default',
  reset: {
    portal:
      'GitHub > Settings > Developer settings > Fine-grained tokens > Delete; the organization: Settings > Personal access tokens > Active tokens > Revoke',
    command: 'gh api --method POST /credentials/revoke -f "credentials[]=<token>"',
  },
  proof: 'audit log of the organization: personal_access_token.access_revoked; events by hashed_token',
  references: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
  ],
  anchors: ['github_pat_'],
  expression: /(?<![A-Za-z0-9])(?<secret>github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(11)),
  shownCharacters: 11,
  examples: [
    {
      text: 'GITHUB_TOKEN=github_pat_11FAKEFakeZyzozq3qTQfH_FakeuRdu3rWdfpufjFXOtfoHj886WD1u8NT6FzktmACHNLrSz6gNiYK18uN',
      finds: ['github_pat_11FAKEFakeZyzozq3qTQfH_FakeuRdu3rWdfpufjFXOtfoHj886WD1u8NT6FzktmACHNLrSz6gNiYK18uN'],
    },
    { text: 'github_pat_11FAKE_short', finds: [] },
  ],
};

export default pattern;
