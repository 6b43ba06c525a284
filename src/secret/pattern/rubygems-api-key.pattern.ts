import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'rubygems-api-key',
  title: 'API key of RubyGems',
  system: 'RubyGems.org',
  severity: 'critical',
  owner: 'user who made it; owners of the gem',
  lifetime: 'as it was made, up to never',
  reset: { portal: 'rubygems.org > Edit settings > API keys > Delete; look at what was pushed since' },
  proof: 'versions of the gems; mails of RubyGems on new keys and pushes',
  references: ['https://guides.rubygems.org/api-key-scopes/'],
  anchors: ['rubygems_'],
  expression: /(?<![A-Za-z0-9])(?<secret>rubygems_[0-9a-f]{48})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(9)),
  shownCharacters: 9,
  examples: [
    {
      text: ':rubygems_api_key: rubygems_fa4ea1fdbf2de10ca4a85c549a0c4459a05c24a686fab615',
      finds: ['rubygems_fa4ea1fdbf2de10ca4a85c549a0c4459a05c24a686fab615'],
    },
    { text: 'rubygems_short', finds: [] },
  ],
};

export default pattern;
