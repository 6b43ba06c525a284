import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'docker-hub-token',
  title: 'Access token of Docker Hub',
  system: 'Docker Hub',
  severity: 'critical',
  owner: 'user or organization of the token',
  lifetime: 'as it was made, up to never',
  reset: {
    portal:
      'Docker Home > Account settings > Personal access tokens (organization: Admin Console > Access tokens) > the token > Deactivate or Delete',
  },
  proof: 'activity logs of the organization; last used in the list of tokens',
  references: ['https://docs.docker.com/security/access-tokens/'],
  anchors: ['dckr_pat_', 'dckr_oat_'],
  expression: /(?<![A-Za-z0-9])(?<secret>dckr_pat_[\w-]{27}|dckr_oat_[\w-]{27,40})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(9).toLowerCase().replace('example', 'exampl')),
  shownCharacters: 9,
  examples: [
    {
      text: 'docker login -u contoso -p dckr_pat_Fake4qbjVeECL_OFGRgYVig5eqo',
      finds: ['dckr_pat_Fake4qbjVeECL_OFGRgYVig5eqo'],
    },
    { text: 'dckr_pat_tooshort', finds: [] },
  ],
};

export default pattern;
