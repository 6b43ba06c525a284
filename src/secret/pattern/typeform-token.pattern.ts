import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'typeform-token',
  title: 'Personal access token of Typeform',
  system: 'Typeform',
  severity: 'medium',
  owner: 'the user who made it',
  lifetime: 'until regenerated or deleted',
  reset: { portal: 'admin.typeform.com > Account > Personal tokens > the token > Regenerate or Delete' },
  proof: 'the old token answers 401; responses of the forms are not logged by reader',
  references: ['https://www.typeform.com/developers/get-started/personal-access-token/'],
  anchors: ['tfp_'],
  expression: /(?<![\w-])(?<secret>tfp_[\w-]{40,60})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> tfp_N0tR3alPrUGXybJ2uwNUZkDne9m5NtnBeHEd6PwSKMup_3puWzPhCjrinUN.',
      finds: ['tfp_N0tR3alPrUGXybJ2uwNUZkDne9m5NtnBeHEd6PwSKMup_3puWzPhCjrinUN'],
    },
    { text: 'tfp_short', finds: [] },
  ],
};

export default pattern;
