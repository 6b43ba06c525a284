import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'linkedin-client-secret',
  title: 'Client secret of a LinkedIn app',
  system: 'LinkedIn',
  severity: 'medium',
  owner: 'owner of the app in the LinkedIn developer portal',
  lifetime: 'until rotated',
  reset: { portal: 'linkedin.com/developers/apps > the app > Auth > Generate a new client secret' },
  proof: 'the secret in the portal is another one',
  references: ['https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication'],
  anchors: ['linkedin', 'WPL_AP'],
  expression:
    /(?:linkedin[^]{0,120}?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|(?=WPL_AP))(?<secret>WPL_AP[01]\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6,12}={0,2}|[A-Za-z0-9]{16}(?![\w-]))/g,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: '> client_secret=WPL_AP1.L23womp86iDP3qMD.HQgwkstF', finds: ['WPL_AP1.L23womp86iDP3qMD.HQgwkstF'] },
    { text: 'linkedin secret: to be found in the portal', finds: [] },
  ],
};

export default pattern;
