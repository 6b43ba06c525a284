import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'bugsnag-token',
  title: 'Notifier key or personal token of Bugsnag (Insight Hub)',
  system: 'Bugsnag',
  severity: 'low',
  owner: 'owner of the Bugsnag project',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'app.bugsnag.com > the project > Settings > Regenerate API key; personal tokens: My account > Personal auth tokens > Delete',
  },
  proof: "the key in the project's settings is another one",
  references: ['https://docs.bugsnag.com/api/data-access/'],
  anchors: ['bugsnag'],
  expression:
    /bugsnag[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'BUGSNAG_API_KEY: decafbad75e18371f3f75a8c8efdc7f2', finds: ['decafbad75e18371f3f75a8c8efdc7f2'] },
    { text: 'bugsnag error decafbad563c7547a6426dc1b25619bd', finds: [] },
  ],
};

export default pattern;
