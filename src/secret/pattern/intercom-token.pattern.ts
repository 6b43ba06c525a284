import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'intercom-token',
  title: 'Access token of an Intercom app',
  system: 'Intercom',
  severity: 'high',
  owner: 'owner of the app in the Intercom developer hub',
  lifetime: 'until regenerated',
  reset: {
    portal: 'app.intercom.com > Settings > Integrations > Developer Hub > the app > Authentication > Regenerate token',
  },
  proof: 'Intercom > Settings > Security > Teammate activity logs',
  references: ['https://developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
  anchors: ['intercom'],
  // Base64 of `tok:` and of an id.
  expression: /intercom[^]{0,60}?(?<secret>dG9rO[A-Za-z0-9+/]{50,80}={0,2})(?![\w+/=])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'INTERCOM_TOKEN=dG9rOmRlY2FmYmFkX24wdF9yM2FsXzVub3dfZjNuY2VfYmVhZF9jMGZmZWUwOjE6MA=',
      finds: ['dG9rOmRlY2FmYmFkX24wdF9yM2FsXzVub3dfZjNuY2VfYmVhZF9jMGZmZWUwOjE6MA='],
    },
    { text: 'intercom token dG9rO', finds: [] },
  ],
};

export default pattern;
