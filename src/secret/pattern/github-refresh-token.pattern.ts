import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'github-refresh-token',
  title: 'Refresh token of a GitHub App',
  system: 'GitHub',
  severity: 'high',
  owner: 'owner of the application',
  lifetime: '6 months',
  reset: {
    portal: 'GitHub > Settings > Applications > Authorized GitHub Apps > the application > Revoke',
    command: 'gh api --method POST /credentials/revoke -f "credentials[]=<token>"',
  },
  proof: 'security log of the user: oauth_authorization.destroy',
  references: [
    'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens',
  ],
  anchors: ['ghr_'],
  expression: /(?<![A-Za-z0-9])(?<secret>ghr_[A-Za-z0-9]{76})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    {
      text: '"refresh_token": "ghr_Fake7dFqylwyDzfyJZKRD7SjB0FTWW7z90iHhHDN4nxx25KKEX0K5C4jrbrkBW9KXul1xxE6BZdn"',
      finds: ['ghr_Fake7dFqylwyDzfyJZKRD7SjB0FTWW7z90iHhHDN4nxx25KKEX0K5C4jrbrkBW9KXul1xxE6BZdn'],
    },
    { text: 'ghr_short', finds: [] },
  ],
};

export default pattern;
