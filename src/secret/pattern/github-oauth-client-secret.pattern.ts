import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'github-oauth-client-secret',
  title: 'Client secret of an OAuth application of GitHub, or an old token',
  system: 'GitHub',
  severity: 'high',
  owner: 'owner of the application',
  lifetime: 'until deleted',
  reset: {
    portal:
      'GitHub > Settings > Developer settings > OAuth Apps > the application > Generate a new client secret, change to it, then delete this one',
  },
  proof: 'audit log of the organization: oauth_application.remove_client_secret',
  references: [
    'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  ],
  anchors: ['github'],
  expression:
    /github[ _.-]{0,2}(?:(?:api|app|application|client|oauth)[ _.-]?)?(?:secret|key|token|oauth)(?:[ _.-]?key)?["']?(?: is)?\s{0,10}(?:=>|[:=])?\s{0,10}["'<]?(?<secret>[0-9a-f]{40})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'GITHUB_CLIENT_SECRET=fa4e4cba2593cf25c382465e67fb7eea20e7a360',
      finds: ['fa4e4cba2593cf25c382465e67fb7eea20e7a360'],
    },
    { text: 'github commit fa4e7cfa2cc99f4ef15f43907467a045a774cc11', finds: [] },
    { text: 'GITHUB_SECRET=0000000000000000000000000000000000000000', finds: [] },
  ],
};

export default pattern;
