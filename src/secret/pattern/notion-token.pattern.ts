import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'notion-token',
  title: 'Token of a Notion integration',
  system: 'Notion',
  severity: 'high',
  owner: 'owner of the integration in the Notion workspace',
  lifetime: 'until refreshed',
  reset: { portal: 'notion.so/profile/integrations > the integration > Internal integration secret > Refresh' },
  proof: 'Notion > Settings > Audit log (Enterprise): integration events',
  references: ['https://developers.notion.com/docs/authorization'],
  anchors: ['ntn_', 'secret_'],
  expression: /(?<![\w-])(?<secret>ntn_\d{8,12}[A-Za-z0-9]{32,38}|secret_[A-Za-z0-9]{43})(?![\w-])/g,
  reach: { before: 2, after: 54 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> NOTION_TOKEN=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.',
      finds: ['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'],
    },
    {
      text: 'secret_N0tR3alSaWH9JsKZgPZmqEAvKsk7EJQpzNrxU4Pcj8j',
      finds: ['secret_N0tR3alSaWH9JsKZgPZmqEAvKsk7EJQpzNrxU4Pcj8j'],
    },
    { text: 'secret_of_the_snow', finds: [] },
  ],
};

export default pattern;
