import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'heroku-api-key',
  title: 'API key or OAuth token of Heroku',
  system: 'Heroku',
  severity: 'critical',
  owner: 'user who made it',
  lifetime: 'until regenerated; OAuth 8 hours or as it was made',
  reset: {
    portal: 'Heroku dashboard > Account settings > API Key > Regenerate; Applications > Authorizations > Revoke',
    command: 'heroku authorizations:revoke <id>',
  },
  proof: 'heroku authorizations; activity of the applications',
  references: ['https://devcenter.heroku.com/articles/authentication'],
  anchors: ['HRKU-', 'heroku'],
  expression:
    /(?<![\w-])(?<secret>HRKU-(?:AA[\w-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(?<=heroku[^\r\n/]{0,24}(?:key|token|auth|password)[^\r\n/]{0,24})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.replace('HRKU-', '')),
  examples: [
    { text: 'HEROKU_API_KEY: fa4e945e-07a3-42f0-a6ce-3672d71d34c7', finds: ['fa4e945e-07a3-42f0-a6ce-3672d71d34c7'] },
    { text: 'token HRKU-fa4e298c-52bd-4145-ad91-8347640f6a90.', finds: ['HRKU-fa4e298c-52bd-4145-ad91-8347640f6a90'] },
    { text: 'curl https://kolkrabbi.heroku.com/apps/fa4e4939-aa4e-47a7-a737-f185893aab6e/github/push', finds: [] },
  ],
};

export default pattern;
