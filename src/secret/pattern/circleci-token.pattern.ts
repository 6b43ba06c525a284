import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'circleci-token',
  title: 'Token of CircleCI',
  system: 'CircleCI',
  severity: 'critical',
  owner: 'user or project of the token',
  lifetime: 'until revoked',
  reset: {
    portal:
      'CircleCI > User Settings > Personal API Tokens > remove; a project: Project Settings > API Permissions; change what the contexts held, too',
  },
  proof: 'audit logs of the organization: project.api_token.delete',
  references: ['https://circleci.com/docs/guides/toolkit/managing-api-tokens/'],
  anchors: ['CCIPAT_', 'CCIPRJ_', 'circle-token', 'circleci', 'CIRCLE_TOKEN'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[0-9a-f]{40}|(?<=circle(?:ci)?[ _-]?(?:api[ _-]?)?token["']?(?: is)?\s{0,3}[:=]\s{0,3}["']?)[0-9a-f]{40})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Circle-Token: CCIPAT_FakeSJ3WFJdgEtNFfFJ8Lk_fa4ed80e8f3ac25a440a496d7c2459451a457c72',
      finds: ['CCIPAT_FakeSJ3WFJdgEtNFfFJ8Lk_fa4ed80e8f3ac25a440a496d7c2459451a457c72'],
    },
    {
      text: 'CIRCLE_TOKEN=fa4ed99fe63c275689283e6162b1fb5aef8b9968',
      finds: ['fa4ed99fe63c275689283e6162b1fb5aef8b9968'],
    },
    { text: 'circle-token: <token>', finds: [] },
  ],
};

export default pattern;
