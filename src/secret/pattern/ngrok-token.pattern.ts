import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ngrok-token',
  title: 'Authtoken or API key of ngrok',
  system: 'ngrok',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until deleted',
  reset: {
    portal: 'ngrok dashboard > Your Authtoken > Reset (Authtokens or API > the key > Delete)',
    command: 'ngrok api credentials delete <id>',
  },
  proof: 'ngrok events and list of agents, endpoints',
  references: ['https://ngrok.com/docs/api/resources/credentials/'],
  anchors: ['ngrok', 'authtoken'],
  expression:
    /(?:ngrok[\w .:/-]{0,40}?(?:auth-?token|api[ _-]?key|token)|\bauthtoken)["']?\s{0,3}[:= ]\s{0,3}["']?(?<secret>[12][A-Za-z0-9]{26}_[A-Za-z0-9]{20,24})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'ngrok config add-authtoken 2FakeFakeWtioMIhS4AMI1mLIkw_FakeplUKfCXXMeruS4EJ6',
      finds: ['2FakeFakeWtioMIhS4AMI1mLIkw_FakeplUKfCXXMeruS4EJ6'],
    },
    { text: 'ngrok authtoken <token>', finds: [] },
  ],
};

export default pattern;
