import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'rollbar-token',
  title: 'Access token of a Rollbar project',
  system: 'Rollbar',
  severity: 'low',
  owner: 'owner of the Rollbar account',
  lifetime: 'until disabled',
  reset: { portal: 'rollbar.com > the project > Settings > Project Access Tokens > Disable' },
  proof: 'the token is disabled in the list, which also shows its last use',
  references: ['https://docs.rollbar.com/docs/access-tokens'],
  anchors: ['rollbar'],
  expression:
    /rollbar[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{32}|[0-9a-f]{128})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'ROLLBAR_ACCESS_TOKEN=decafbad71352a4621d9c31c238e97e5', finds: ['decafbad71352a4621d9c31c238e97e5'] },
    { text: 'rollbar item decafbadcf9fd21be24124c648195019', finds: [] },
  ],
};

export default pattern;
