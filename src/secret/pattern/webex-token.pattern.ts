import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'webex-token',
  title: 'Access token of Cisco Webex (bot, integration or person)',
  system: 'Cisco Webex',
  severity: 'high',
  owner: 'owner of the bot or integration',
  lifetime: 'bot 100 years, integration 14 days (refresh 90 days), personal 12 hours',
  reset: {
    portal:
      'developer.webex.com > My Webex Apps > the bot > Regenerate Access Token; integrations: regenerate the client secret; Control Hub > the user > reset access',
  },
  proof:
    'Control Hub > Troubleshooting and Security audit events of the integration or user; the old token answers 401',
  references: ['https://developer.webex.com/docs/bots', 'https://developer.webex.com/docs/integrations'],
  anchors: ['webex', 'ciscospark'],
  expression:
    /(?:webex|ciscospark)(?:[^]{0,60}?(?:token|bearer))["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{60,68}_[A-Z0-9]{2,4}_[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'WEBEX_ACCESS_TOKEN=N0tR3alCTXrnAVhCjmxB8nDpAstPxum9WXCYeaHvQw2LNGzCWPszbKdDJ6hvcJgc_PF84_decafbad-ce62-4507-aab1-d52d357db25a',
      finds: [
        'N0tR3alCTXrnAVhCjmxB8nDpAstPxum9WXCYeaHvQw2LNGzCWPszbKdDJ6hvcJgc_PF84_decafbad-ce62-4507-aab1-d52d357db25a',
      ],
    },
    { text: 'Webex token: decafbad-623e-4235-a9d8-a91fb896d187', finds: [] },
  ],
};

export default pattern;
